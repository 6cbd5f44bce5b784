namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>Accounts and contracts of both sides by the margin of an account, half an octave a bin: enough to say how the top fifth
/// of accounts stands without sorting them.</summary>
internal sealed class MarginHistogram
{
    private const int Bins = 64;
    private const double TopShare = 0.2;

    private readonly long[] _longAccounts = new long[Bins];
    private readonly long[] _shortAccounts = new long[Bins];
    private readonly long[] _longContracts = new long[Bins];
    private readonly long[] _shortContracts = new long[Bins];
    private long _allLongs;
    private long _allShorts;

    /// <summary>Long share of all accounts.</summary>
    public double GlobalAccounts => Share(_allLongs, _allShorts);

    /// <summary>Counts a cohort in (1) or out (−1).</summary>
    public void Count(Cohort cohort, int sign)
    {
        var bin = Math.Clamp((int)(2 * Math.Log2(cohort.MarginEach)) + 8, 0, Bins - 1);
        var accounts = sign * cohort.Accounts;
        var contracts = sign * cohort.Contracts;
        if (cohort.Side == PositionSide.Long)
        {
            _longAccounts[bin] += accounts;
            _longContracts[bin] += contracts;
            _allLongs += accounts;
        }
        else
        {
            _shortAccounts[bin] += accounts;
            _shortContracts[bin] += contracts;
            _allShorts += accounts;
        }
    }

    /// <summary>Long shares of the top fifth of accounts by margin: by head and by size. Hedgers belong to them by size.</summary>
    /// <param name="hedgedLong">Contracts hedgers hold long, steps.</param>
    /// <param name="hedgedShort">Contracts hedgers hold short, steps.</param>
    public (double Accounts, double Positions) Top(long hedgedLong, long hedgedShort)
    {
        var left = TopShare * (_allLongs + _allShorts);
        var (longAccounts, shortAccounts, longContracts, shortContracts) = (0.0, 0.0, (double)hedgedLong, (double)hedgedShort);
        for (var bin = Bins - 1; bin >= 0 && left > 0; bin--)
        {
            var here = _longAccounts[bin] + _shortAccounts[bin];
            if (here == 0)
            {
                continue;
            }

            var part = Math.Min(1, left / here);
            longAccounts += part * _longAccounts[bin];
            shortAccounts += part * _shortAccounts[bin];
            longContracts += part * _longContracts[bin];
            shortContracts += part * _shortContracts[bin];
            left -= here;
        }

        return (Share(longAccounts, shortAccounts), Share(longContracts, shortContracts));
    }

    private static double Share(double longs, double shorts) => longs + shorts == 0 ? 0.5 : longs / (longs + shorts);
}
