using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using OmnipotentFutures.LiquidationHeatmap.Model;

namespace OmnipotentFutures.LiquidationHeatmap.Tests.Model;

[Properties(Arbitrary = [typeof(LevelStackTests)], MaxTest = 500)]
public sealed class LevelStackTests
{
    private const int Bands = 40;
    private static readonly double[] Prices = [.. Enumerable.Range(0, Bands).Select(band => 100 * Math.Exp(band * 0.01))];
    private static readonly int[] OwnSums = [.. Enumerable.Range(0, Bands)];

    /// <summary>What may be done to a stack.</summary>
    public enum Act
    {
        /// <summary>Adds contracts to bands.</summary>
        Add,

        /// <summary>Consumes from a band on.</summary>
        Consume,

        /// <summary>Keeps a share.</summary>
        Keep,

        /// <summary>Goes on with a clone, after spoiling the original.</summary>
        Clone,
    }

    public static Arbitrary<Operation> Operations() => Arb.From(
        from act in Gen.Frequency((5, Gen.Constant(Act.Add)), (2, Gen.Constant(Act.Consume)), (3, Gen.Constant(Act.Keep)), (1, Gen.Constant(Act.Clone)))
        from first in Gen.Choose(0, Bands - 1)
        from last in Gen.Choose(first, Bands - 1)
        from amount in Gen.Choose(0, 1_000_000)
        select new Operation(act, first, last, amount / 1e6));

    [Property]
    public void Stack_holds_what_an_array_of_bands_holds(Operation[] operations)
    {
        var stack = new LevelStack(Bands);
        var bands = new double[Bands];
        // Rounding is relative to the most that the stack held, faded as far.
        var scale = 1e-300;
        foreach (var (act, first, last, amount) in operations)
        {
            switch (act)
            {
                case Act.Add:
                    Add(stack, first, last, 1e4 * amount);
                    for (var band = first; band <= last; band++)
                    {
                        bands[band] += 1e4 * amount;
                    }

                    break;

                case Act.Consume:
                    var (contracts, notional) = stack.ConsumeFrom(first, Prices);
                    contracts.ShouldBe(bands[first..].Sum(), 1e-9 * scale);
                    notional.ShouldBe(bands.Zip(Prices, (each, price) => each * price).Skip(first).Sum(), 1e-9 * scale * Prices[^1]);
                    Array.Clear(bands, first, Bands - first);
                    break;

                case Act.Keep:
                    // Often all but nothing, so that the common factor is worked into the steps; now and then nothing.
                    var share = Math.Pow(amount, 8);
                    stack.Keep(share).ShouldBe(bands.Sum() * (1 - share), 1e-9 * scale);
                    bands = [.. bands.Select(each => each * share)];
                    scale *= share;
                    break;

                default:
                    var clone = stack.Clone();
                    Add(stack, 0, Bands - 1, 5);
                    stack.ConsumeFrom(first, Prices);
                    stack.Keep(.5);
                    stack = clone;
                    break;
            }

            scale = Math.Max(Math.Max(scale, 1e-300), bands.Sum());
            stack.Total.ShouldBe(bands.Sum(), 1e-9 * scale);
            var read = Read(stack, 0, Bands - 1, OwnSums);
            for (var band = 0; band < Bands; band++)
            {
                read[band].ShouldBe(bands[band] * Prices[band], 1e-9 * scale * Prices[^1]);
                read[band].ShouldBeGreaterThanOrEqualTo(0);
            }
        }
    }

    [Property]
    public void Reading_some_bands_into_sums_is_the_sum_of_those_bands(Operation[] operations, Operation range)
    {
        var stack = new LevelStack(Bands);
        foreach (var operation in operations)
        {
            Add(stack, operation.First, operation.Last, operation.Amount);
        }

        var each = Read(stack, 0, Bands - 1, OwnSums);
        var threes = Read(stack, range.First, range.Last, [.. OwnSums.Select(band => band / 3)]);

        for (var sum = 0; sum < Bands; sum++)
        {
            var expected = OwnSums.Where(band => band / 3 == sum && band >= range.First && band <= range.Last).Sum(band => each[band]);
            threes[sum].ShouldBe(expected, 1e-9 * (1 + expected));
        }
    }

    [Fact]
    public void What_was_consumed_leaves_no_trace()
    {
        var stack = new LevelStack(Bands);
        // Thirds do not add up to nothing in binary.
        for (var i = 0; i < Bands; i++)
        {
            Add(stack, i / 2, i, 1.0 / 3);
        }

        stack.ConsumeFrom(0, Prices);

        stack.Total.ShouldBe(0);
        Read(stack, 0, Bands - 1, OwnSums).ShouldAllBe(notional => notional == 0);
        stack.ConsumeFrom(0, Prices).ShouldBe((0, 0));
    }

    [Fact]
    public void Empty_stack_has_nothing_to_give()
    {
        var stack = new LevelStack(Bands);

        stack.Keep(0).ShouldBe(0);
        stack.ConsumeFrom(Bands, Prices).ShouldBe((0, 0));
        stack.ConsumeFrom(-1, Prices).ShouldBe((0, 0));
        Read(stack, 0, Bands - 1, OwnSums).ShouldAllBe(notional => notional == 0);
    }

    [Fact]
    public void Levels_of_several_entries_are_spread_alike_below_each()
    {
        var stack = new LevelStack(Bands);

        stack.Add([new Entry(30, 8), new Entry(10, 4), new Entry(32, 4)], near: 1, far: 3, share: .25);

        stack.Total.ShouldBe(12);
        var contracts = Read(stack, 0, Bands - 1, OwnSums).Select((notional, band) => Math.Round(notional / Prices[band], 9)).ToArray();
        contracts[7..10].ShouldBe([1, 1, 1]);
        contracts[27..32].ShouldBe([2, 2, 3, 1, 1]);
        contracts.Sum().ShouldBe(12);
    }

    private static void Add(LevelStack stack, int first, int last, double each) => stack.Add([new Entry(last, each)], 0, last - first, 1);

    private static double[] Read(LevelStack stack, int first, int last, int[] sumOf)
    {
        var sums = new double[Bands];
        stack.AddTo(first, last, Prices, sumOf, sums);
        return sums;
    }

    public sealed record Operation(Act Act, int First, int Last, double Amount);
}
