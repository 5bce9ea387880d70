using ReadinessPassport.Benchmarks.Log;

// One line a benchmark: `./passport bench NAME`.
return args switch
{
    ["log", .. var rest] => await LogBenchmark.RunAsync(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench log [ENTRIES]");
    return 2;
}
