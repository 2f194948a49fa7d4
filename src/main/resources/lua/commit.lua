-- Writes one change of a group, whole or not at all: refused when the group changed since it was read.
-- KEYS[8] the request that asks for it, which has its effect once  [9] leases
-- ARGV[1] the revision that was read  [2] the operations as JSON  [3] the answer to the request, or '' where no request
--     asks  [4] for how many milliseconds to keep the answer  [5] the fence of the lease under which it is written, or ''
-- Answers 'seen' when the request was answered before, 'fenced' when another process took the lease since, 'conflict',
-- or when the group is next due.
if ARGV[3] ~= '' and answered(KEYS[8]) then
  return 'seen'
end
if ARGV[5] ~= '' and redis.call('HGET', KEYS[9], 'steps:fence') ~= ARGV[5] then
  return 'fenced'
end
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then
  return 'conflict'
end
for _, op in ipairs(cjson.decode(ARGV[2])) do
  if op[1] == 'SCHEDULE' then
    redis.call('ZADD', KEYS[2], op[3], op[2])
  elseif op[1] == 'UNSCHEDULE' then
    redis.call('ZREM', KEYS[2], op[2])
  elseif op[1] == 'SEND' then
    send(op[2], op[3], op[4])
  else
    redis.call(unpack(op))
  end
end
redis.call('INCR', KEYS[1])
if ARGV[3] ~= '' then
  remember(KEYS[8], ARGV[3], ARGV[4])
end
return next_due()
