-- Shared by every script that changes a group: how messages are queued and when the group is next due.
-- KEYS[1] revision  [2] timeline  [3] outbox  [4] outbox:entries  [5] outbox:wanted  [6] sent  [7] outbox:pause

-- A post is kept once under its id for ever; a show is wanted again each time, and stands in the queue once.
local function send(id, kind, entry)
  if kind == 'post' then
    if redis.call('HEXISTS', KEYS[6], id) == 1 or redis.call('HEXISTS', KEYS[4], id) == 1 then
      return
    end
  end
  redis.call('HINCRBY', KEYS[5], id, 1)
  redis.call('HSET', KEYS[4], id, entry)
  if not redis.call('ZSCORE', KEYS[3], id) then
    redis.call('ZADD', KEYS[3], redis.call('HINCRBY', KEYS[5], '#', 1), id)
  end
end

-- Milliseconds since the epoch when the group has something to do; 0 for now; -1 for never.
local function next_due()
  local due = -1
  local step = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
  if step[2] then
    due = tonumber(step[2])
  end
  if redis.call('ZCARD', KEYS[3]) > 0 then
    local pause = tonumber(redis.call('GET', KEYS[7]) or '0')
    if due < 0 or pause < due then
      due = pause
    end
  end
  return string.format('%d', due)
end

-- The answer that the same request got before, or false.
local function answered(key)
  return redis.call('GET', key)
end

-- Keeps an answer for as long as the same request may come again.
local function remember(key, answer, millis)
  redis.call('SET', key, answer, 'PX', millis)
end
