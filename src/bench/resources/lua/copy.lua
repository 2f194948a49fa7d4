-- Writes copies of one group. ARGV[1] its keys as JSON  [2] its tag  [3] its team; then of each copy: its tag, its team, and
-- by how many milliseconds its timeline is later
local TAG, TEAM = ARGV[2], ARGV[3]
local keys = cjson.decode(ARGV[1])
for _, key in ipairs(keys) do
  key.named = {}
  for place, argument in ipairs(key.arguments) do
    key.named[place] = string.find(argument, TAG, 1, true) or string.find(argument, TEAM, 1, true)
  end
end

for copy = 4, #ARGV, 3 do
  local tag, team, later = ARGV[copy], ARGV[copy + 1], tonumber(ARGV[copy + 2])
  local prefix = 'lectern:{' .. team .. ':C' .. tag .. '0}:'
  for _, key in ipairs(keys) do
    local arguments = {}
    for place, argument in ipairs(key.arguments) do
      if key.named[place] then
        argument = string.gsub(string.gsub(argument, TAG, tag), TEAM, team)
      elseif key.name == 'timeline' and place % 2 == 1 then
        argument = string.format('%d', tonumber(argument) + later)
      end
      arguments[place] = argument
    end
    redis.call(key.command, prefix .. key.name, unpack(arguments))
  end
end
