-- Notes that papers changed, each under a number higher than all before it.
-- KEYS: the sorted set of papers by number, the counter. ARGV: the papers' ids.
for _, id in ipairs(ARGV) do
  redis.call('ZADD', KEYS[1], redis.call('INCR', KEYS[2]), id)
end
return redis.call('GET', KEYS[2])
