using ReadinessPassport.Benchmarks.Log;
using ReadinessPassport.Benchmarks.Policy;

// One line a benchmark: `./passport bench NAME`.
return args switch
{
    ["log", .. var rest] => await LogBenchmark.RunAsync(rest),
    ["decision"] => DecisionBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench decision | log [ENTRIES]");
    return 2;
}
