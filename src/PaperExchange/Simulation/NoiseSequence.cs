namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Successive draws from a <see cref="Noise"/>, starting at the block of counters that belongs to one bar.</summary>
internal struct NoiseSequence(Noise noise, long block)
{
    private const int BlockLength = 1 << 16;

    private long _counter = block * BlockLength;

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => noise.Uniform(_counter++);

    /// <summary>About standard normal.</summary>
    public double Normal() => noise.Normal(_counter++);

    /// <summary>Exponential with the given mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Uniform());
}
