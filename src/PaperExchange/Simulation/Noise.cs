namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Random numbers by address instead of by order: the same key and counter always give the same number, so a world does
/// not depend on who asked what first. The mixer is SplitMix64's.</summary>
internal readonly struct Noise
{
    private readonly ulong _key;

    private Noise(ulong key) => _key = key;

    /// <summary>The source that belongs to a seed and a name.</summary>
    public static Noise For(int seed, string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return new(Mix(hash ^ Mix((uint)seed)));
    }

    /// <summary>Sixty-four random bits.</summary>
    public ulong Bits(long counter) => Mix(_key + ((ulong)counter * 0x9E3779B97F4A7C15UL));

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform(long counter) => (Bits(counter) >> 11) * (1.0 / (1UL << 53));

    /// <summary>About standard normal: the sum of four uniforms, which never leaves ±3.5. Fat tails come from changing volatility.</summary>
    public double Normal(long counter)
    {
        const double Mean = 2 * 65535.0;
        const double Deviation = 37837.2;
        var bits = Bits(counter);
        var sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        return (sum - Mean) / Deviation;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
