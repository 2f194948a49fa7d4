-- Notes what became of an outbox entry.
-- ARGV[1] id  [2] the count of wishes that the delivery fulfilled  [3] the receipt as JSON, or '' to drop the entry.
if ARGV[3] ~= '' then
  redis.call('HSET', KEYS[6], ARGV[1], ARGV[3])
end
if redis.call('HGET', KEYS[5], ARGV[1]) == ARGV[2] then
  redis.call('ZREM', KEYS[3], ARGV[1])
  redis.call('HDEL', KEYS[4], ARGV[1])
  redis.call('HDEL', KEYS[5], ARGV[1])
end
redis.call('DEL', KEYS[7])
return next_due()
