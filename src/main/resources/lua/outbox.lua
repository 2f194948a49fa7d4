-- Shared by every script that changes a group: how messages are queued and when the group is next due.
-- KEYS[1] revision  [2] timeline  [3] outbox  [4] outbox:entries  [5] outbox:wanted  [6] sent  [7] outbox:pauses

-- To whom a queued message goes; false for one that cannot be read, which is then put aside when its turn comes.
local function addressee(entry)
  local readable, message = pcall(cjson.decode, entry or '')
  return readable and type(message) == 'table' and message.to
end

-- The place of one more message in the queue, where a channel's messages come before members': a reminder to a thousand
-- members takes many minutes at the pace that Slack allows, and meanwhile a vote would not be redrawn, nor its result told.
-- Members lose little by that, since a channel takes one message a second at most, and rests in between. It is the score that
-- tells them apart, not whoever looks for the next message: that would have to read a thousand to find the channel's, each
-- time that one is sent. What cannot be read is put aside at once, like a channel's.
local AFTER_CHANNELS = 2 ^ 40
local function place(entry)
  local place = redis.call('HINCRBY', KEYS[5], '#', 1)
  local to = addressee(entry)
  return type(to) == 'string' and string.find(to, '^[UW]') and place + AFTER_CHANNELS or place
end

-- A post is kept once under its id; a show is wanted again each time, and stands in the queue once.
local function send(id, kind, entry)
  if kind == 'post' then
    if redis.call('HEXISTS', KEYS[6], id) == 1 or redis.call('HEXISTS', KEYS[4], id) == 1 then
      return
    end
  end
  redis.call('HINCRBY', KEYS[5], id, 1)
  redis.call('HSET', KEYS[4], id, entry)
  if not redis.call('ZSCORE', KEYS[3], id) then
    redis.call('ZADD', KEYS[3], string.format('%d', place(entry)), id)
  end
end

-- Until when deliveries to an addressee rest, in milliseconds since the epoch.
local function pause(to)
  return to and tonumber(redis.call('HGET', KEYS[7], to) or '0') or 0
end

-- Milliseconds since the epoch when the next step is due; -1 for never.
local function next_step()
  local step = redis.call('ZRANGE', KEYS[2], 0, 0, 'WITHSCORES')
  return step[2] and tonumber(step[2]) or -1
end

-- The same for the next message; 0 for now.
local function next_message()
  local ids = redis.call('ZRANGE', KEYS[3], 0, -1)
  if #ids == 0 then
    return -1
  end
  if redis.call('HLEN', KEYS[7]) == 0 then
    return 0
  end
  local due = -1
  for _, id in ipairs(ids) do
    local until_then = pause(addressee(redis.call('HGET', KEYS[4], id)))
    if due < 0 or until_then < due then
      due = until_then
    end
  end
  return due
end

local function next_due()
  return {string.format('%d', next_step()), string.format('%d', next_message())}
end

-- The answer that the same request got before, or false.
local function answered(key)
  return redis.call('GET', key)
end

-- Keeps an answer for as long as the same request may come again.
local function remember(key, answer, millis)
  redis.call('SET', key, answer, 'PX', millis)
end
