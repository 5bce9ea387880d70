using ReadinessPassport.Benchmarks.Encoders;
using ReadinessPassport.Benchmarks.Log;
using ReadinessPassport.Benchmarks.Policy;

// One line a benchmark: `./passport bench NAME`.
return args switch
{
    ["clk", .. var rest] => ClkBenchmark.Run(rest),
    ["package", .. var rest] => await PackageBenchmark.RunAsync(rest),
    ["encode", .. var rest] => EncodeBenchmark.Run(rest),
    ["log", .. var rest] => await LogBenchmark.RunAsync(rest),
    ["decision"] => DecisionBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench clk | encode | package [RECORDS] | decision | log [ENTRIES]");
    return 2;
}
