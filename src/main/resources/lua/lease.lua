-- Leases: the right to work in one of a group's lanes, which one holder has at a time, until it runs out by Redis' clock.
-- KEYS[8] leases. ARGV[1] what to do  [2] the lane  [3] the holder's fence  [4] for how many milliseconds
local fence = ARGV[2] .. ':fence'
local ends = ARGV[2] .. ':until'
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)

if ARGV[1] == 'take' then
  -- Answers the new holder's fence, which is higher than any before it; -1 when somebody else holds it.
  if tonumber(redis.call('HGET', KEYS[8], ends) or '0') > now then
    return -1
  end
  redis.call('HSET', KEYS[8], ends, string.format('%d', now + tonumber(ARGV[4])))
  return redis.call('HINCRBY', KEYS[8], fence, 1)
end
if redis.call('HGET', KEYS[8], fence) ~= ARGV[3] then
  return ARGV[1] == 'keep' and 0 or next_due()
end
if ARGV[1] == 'keep' then
  -- Answers 1, or 0 when somebody else took it.
  redis.call('HSET', KEYS[8], ends, string.format('%d', now + tonumber(ARGV[4])))
  return 1
end
-- release: answers when the group is next due
redis.call('HSET', KEYS[8], ends, '0')
return next_due()
