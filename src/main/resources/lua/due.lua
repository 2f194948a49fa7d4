-- A bucket of wake-ups. KEYS[1] the bucket  [2] the groups that were ever in it. ARGV[1] what to do.
local what = ARGV[1]
if what == 'touch' then
  -- [2] group [3] millis: wake no later than that
  redis.call('SADD', KEYS[2], ARGV[2])
  redis.call('ZADD', KEYS[1], 'LT', ARGV[3], ARGV[2])
  return 1
elseif what == 'claim' then
  -- [2] now [3] until when the claim holds [4] at most so many
  local groups = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[2], 'LIMIT', 0, ARGV[4])
  for _, group in ipairs(groups) do
    redis.call('ZADD', KEYS[1], ARGV[3], group)
  end
  return groups
elseif what == 'settle' then
  -- [2] group [3] the claim's end [4] millis of the next wake-up, or -1: unless somebody asked for an earlier one
  if tonumber(redis.call('ZSCORE', KEYS[1], ARGV[2]) or '-1') == tonumber(ARGV[3]) then
    if ARGV[4] == '-1' then
      redis.call('ZREM', KEYS[1], ARGV[2])
    else
      redis.call('ZADD', KEYS[1], ARGV[4], ARGV[2])
    end
  end
  return 1
end
