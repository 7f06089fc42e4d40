-- Asks the search box one query after another: a line "qid<TAB>query" each of the file in $TOPICS.
local paths = {}

function init()
    for line in io.lines(os.getenv("TOPICS")) do
        local query = line:match("\t(.*)"):gsub("[^%w]", function(byte)
            return string.format("%%%02X", byte:byte())
        end)
        paths[#paths + 1] = "/?q=" .. query
    end
end

local number = 0
function request()
    number = number % #paths + 1
    return wrk.format("GET", paths[number])
end

-- Status 503 is the deliberate refusal; anything else from 400 on is an error.
local refused, failed = 0, 0
local threads = {}
function setup(thread)
    threads[#threads + 1] = thread
    thread:set("refused", 0)
    thread:set("failed", 0)
end
function response(status)
    if status == 503 then
        wrk.thread:set("refused", wrk.thread:get("refused") + 1)
    elseif status >= 400 then
        wrk.thread:set("failed", wrk.thread:get("failed") + 1)
    end
end

function done(summary, latency)
    for _, thread in ipairs(threads) do
        refused = refused + thread:get("refused")
        failed = failed + thread:get("failed")
    end
    local errors = summary.errors
    failed = failed + errors.connect + errors.read + errors.write + errors.timeout
    io.write(string.format("result\t%.0f\t%.1f\t%.1f\t%d\t%d\n",
        summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3,
        latency:percentile(99) / 1e3, refused, failed))
end
