-- Notes what became of an outbox entry.
-- KEYS[8] outbox:tries  [9] leases
-- ARGV[1] id  [2] to whom  [3] the wishes that the delivery fulfilled  [4] the deliverer's fence
--     [5] the receipt, or '' to drop the entry  [6] for a show the receipt of somebody who doesn't know what it shows
--     [7] the entry
if redis.call('HGET', KEYS[9], 'messages:fence') ~= ARGV[4] then
  -- Somebody else delivers by now. What was sent is noted all the same; but whose redraw came last nobody knows, so the
  -- present state is shown once more.
  if ARGV[5] ~= '' and ARGV[6] == '' then
    redis.call('HSETNX', KEYS[6], ARGV[1], ARGV[5])
  elseif ARGV[5] ~= '' then
    redis.call('HSET', KEYS[6], ARGV[1], ARGV[6])
    send(ARGV[1], 'show', ARGV[7])
  end
  return next_due()
end
if ARGV[5] ~= '' then
  redis.call('HSET', KEYS[6], ARGV[1], ARGV[5])
end
if redis.call('HGET', KEYS[5], ARGV[1]) == ARGV[3] then
  redis.call('ZREM', KEYS[3], ARGV[1])
  redis.call('HDEL', KEYS[4], ARGV[1])
  redis.call('HDEL', KEYS[5], ARGV[1])
  if redis.call('ZCARD', KEYS[3]) == 0 then
    redis.call('DEL', KEYS[5])
  end
end
redis.call('HDEL', KEYS[8], ARGV[1])
redis.call('HDEL', KEYS[7], ARGV[2])
return next_due()
