-- Writes one change of a group, whole or not at all: refused when the group changed since it was read.
-- ARGV[1] the revision that was read  [2] the operations as JSON. Answers 'conflict' or when the group is next due.
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
return next_due()
