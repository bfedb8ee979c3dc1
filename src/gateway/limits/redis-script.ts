/**
 * One decision, atomically. KEYS are those of the operations; ARGV has four values for each: kind and three
 * of its own. All are looked at first, and applied only if none refuses. Time is the server's, so that
 * gateways need not agree on theirs. Answers: index of the refusing operation (0 for none), then remaining
 * and wait of each.
 */
export const takeScript = `
local time = redis.call('TIME')
local micro = time[1] * 1000000 + time[2]
local milli = math.floor(micro / 1000)
local refused = 0
local answer = {}
local plan = {}
for i, key in ipairs(KEYS) do
  local at = (i - 1) * 4
  local kind, a, b, c = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3], ARGV[at + 4]
  local ok, remaining, wait = true, 0, 0
  if kind == 'rate' then
    local interval, burst = tonumber(a), tonumber(b)
    local due = tonumber(redis.call('GET', key) or '0')
    local early = math.max(0, due - micro)
    local room = burst * interval - early
    ok = room >= 0
    if ok then
      remaining = math.floor(room / interval)
      wait = early
      local after = math.max(due, micro) + interval
      plan[i] = { 'SET', key, string.format('%.0f', after), 'PX', math.ceil((after - micro) / 1000) + 1000 }
    else
      wait = -room
    end
  elseif kind == 'budget' then
    local limit, cost = tonumber(a), tonumber(b)
    local left = limit - tonumber(redis.call('GET', key) or '0')
    ok = cost <= left
    if ok then
      remaining = left - cost
      plan[i] = { 'budget', key, string.format('%.0f', cost), c }
    else
      remaining = math.max(0, left)
    end
  else
    local limit, lease, keep = tonumber(a), b, tonumber(c)
    redis.call('ZREMRANGEBYSCORE', key, '-inf', milli)
    local left = limit - redis.call('ZCARD', key)
    ok = left > 0
    remaining = math.max(0, left - 1)
    if ok then plan[i] = { 'slot', key, milli + keep, lease, keep } end
  end
  if not ok and refused == 0 then refused = i end
  answer[i * 2 - 1] = string.format('%.0f', remaining)
  answer[i * 2] = string.format('%.0f', wait)
end
if refused == 0 then
  for _, step in ipairs(plan) do
    if step[1] == 'SET' then
      redis.call(unpack(step))
    elseif step[1] == 'budget' then
      redis.call('INCRBY', step[2], step[3])
      redis.call('PEXPIRE', step[2], step[4])
    else
      redis.call('ZADD', step[2], step[3], step[4])
      local longest = math.max(step[5], redis.call('PTTL', step[2]))
      redis.call('PEXPIRE', step[2], longest)
    end
  end
end
table.insert(answer, 1, refused)
return answer
`;

/** What is given back or added afterwards. ARGV has three values for each key: kind and two of its own. */
export const changeScript = `
for i, key in ipairs(KEYS) do
  local at = (i - 1) * 3
  if ARGV[at + 1] == 'budget' then
    if redis.call('INCRBY', key, ARGV[at + 2]) < 0 then redis.call('SET', key, '0') end
    redis.call('PEXPIRE', key, ARGV[at + 3])
  else
    redis.call('ZREM', key, ARGV[at + 2])
  end
end
return 1
`;
