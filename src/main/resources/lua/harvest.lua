-- The schedule of one lane of lists: what is to be fetched when.
-- KEYS[1] sorted set of what, by when, in milliseconds of the app's clock
-- ARGV[1] 'claim'   [2] now  [3] until when whoever takes it has time
--         'settle'  [2] what  [3] until when it was claimed  [4] when next, or '' for never
-- Answers claim: what, or false; settle: 1 if it was still the claimer's.
if ARGV[1] == 'claim' then
  local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[2], 'LIMIT', 0, 1)
  if #due == 0 then
    return false
  end
  redis.call('ZADD', KEYS[1], ARGV[3], due[1])
  return due[1]
end
if tonumber(redis.call('ZSCORE', KEYS[1], ARGV[2]) or '-1') ~= tonumber(ARGV[3]) then
  return 0
end
if ARGV[4] == '' then
  redis.call('ZREM', KEYS[1], ARGV[2])
else
  redis.call('ZADD', KEYS[1], ARGV[4], ARGV[2])
end
return 1
