namespace OmnipotentFutures.PaperExchange.Simulation;

/// <summary>The leveraged positions of one side. Cohorts wait in two queues, by liquidation price and by closing time; who has left
/// through one is dropped from the other when it comes up, or when there are half as many dead as living.</summary>
internal sealed class SideBook(PositionSide side)
{
    private readonly PriorityQueue<Cohort, double> _byLiquidation = new();
    private readonly PriorityQueue<Cohort, int> _byClosing = new();
    private int _standing;

    /// <summary>All contracts, steps.</summary>
    public long Contracts { get; private set; }

    /// <summary>Who stands, in no particular order.</summary>
    public IEnumerable<Cohort> Standing => _byLiquidation.UnorderedItems.Select(item => item.Element).Where(cohort => cohort.Stands);

    /// <summary>Lets a cohort in.</summary>
    public void Add(Cohort cohort)
    {
        _byLiquidation.Enqueue(cohort, Order(cohort));
        _byClosing.Enqueue(cohort, cohort.ClosingBar);
        _standing++;
        Contracts += cohort.Contracts;
    }

    /// <summary>Takes out one cohort that a mark price liquidates, or null when there is none (left).</summary>
    public Cohort? TakeLiquidated(double mark)
    {
        while (_byLiquidation.TryPeek(out var cohort, out _))
        {
            if (cohort.Stands && !cohort.IsLiquidatedAt(mark))
            {
                return null;
            }

            _byLiquidation.Dequeue();
            if (cohort.Stands)
            {
                return Remove(cohort);
            }
        }

        return null;
    }

    /// <summary>Takes out the cohort that closes next if it is due, or null.</summary>
    /// <param name="bar">Cohorts that close by the start of this bar are due.</param>
    public Cohort? TakeClosing(int bar)
    {
        while (_byClosing.TryPeek(out var cohort, out var closing))
        {
            if (cohort.Stands && closing > bar)
            {
                return null;
            }

            _byClosing.Dequeue();
            if (cohort.Stands)
            {
                return Remove(cohort);
            }
        }

        return null;
    }

    private static bool IsMostlyDead(int queued, int standing) => queued > (1.5 * standing) + 64;

    // The first in the queue is the one nearest to the price.
    private double Order(Cohort cohort) => side == PositionSide.Long ? -cohort.LiquidationPrice : cohort.LiquidationPrice;

    private Cohort Remove(Cohort cohort)
    {
        cohort.Stands = false;
        _standing--;
        Contracts -= cohort.Contracts;
        if (IsMostlyDead(_byLiquidation.Count, _standing))
        {
            Rebuild(_byLiquidation, Order);
        }

        if (IsMostlyDead(_byClosing.Count, _standing))
        {
            Rebuild(_byClosing, static cohort => cohort.ClosingBar);
        }

        return cohort;
    }

    private static void Rebuild<T>(PriorityQueue<Cohort, T> queue, Func<Cohort, T> order)
    {
        var living = queue.UnorderedItems.Select(item => item.Element).Where(cohort => cohort.Stands).Select(cohort => (cohort, order(cohort))).ToArray();
        queue.Clear();
        queue.EnqueueRange(living);
    }
}
