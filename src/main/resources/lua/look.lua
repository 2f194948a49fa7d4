-- When the group is next due, and how much of its work is parked. KEYS[8] parked
local due = next_due()
return {due[1], due[2], redis.call('HLEN', KEYS[8])}
