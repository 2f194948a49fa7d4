-- Gives these papers a name, once, and answers with it. KEYS: where it is kept.
local origin = redis.call('GET', KEYS[1])
if not origin then
  local now = redis.call('TIME')
  origin = now[1] .. '.' .. now[2]
  redis.call('SET', KEYS[1], origin)
end
return origin
