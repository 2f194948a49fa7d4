-- Claims: what is in somebody's hands, each until its time runs out by Redis' clock. Who dies leaves claims that ran out.
-- KEYS[1] sorted set of claimed names by the millisecond when the claim ends. ARGV[1] what to do
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

if ARGV[1] == 'take' then
  -- [2] for how many milliseconds  [3..] names: answers those that nobody else holds, and claims them.
  local taken = {}
  for i = 3, #ARGV do
    if tonumber(redis.call('ZSCORE', KEYS[1], ARGV[i]) or '0') <= now then
      redis.call('ZADD', KEYS[1], string.format('%d', now + tonumber(ARGV[2])), ARGV[i])
      taken[#taken + 1] = ARGV[i]
    end
  end
  return taken
end
-- abandoned: answers at most [2] names whose claim ran out and was not ended
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%d', now), 'LIMIT', 0, ARGV[2])
