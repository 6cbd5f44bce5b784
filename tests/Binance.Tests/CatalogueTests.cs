using OmnipotentFutures.Binance.Endpoints;

namespace OmnipotentFutures.Binance.Tests;

/// <summary>The catalogue against Binance's documents.</summary>
public sealed class CatalogueTests
{
    private static readonly IReadOnlyList<Endpoint> All = [.. FuturesEndpoints.All, .. SpotEndpoints.All];

    [Theory]
    [InlineData("/fapi/v1/time", RateScope.FuturesWeight, 1, 1, null, null)]
    [InlineData("/fapi/v1/exchangeInfo", RateScope.FuturesWeight, 1, 1, null, null)]
    [InlineData("/fapi/v1/premiumIndex", RateScope.FuturesWeight, 1, 10, null, null)]
    [InlineData("/fapi/v1/fundingRate", RateScope.FuturesFunding, 1, 1, 100, 1000)]
    [InlineData("/fapi/v1/fundingInfo", RateScope.FuturesFunding, 1, 1, null, null)]
    [InlineData("/fapi/v1/openInterest", RateScope.FuturesWeight, 1, 1, null, null)]
    [InlineData("/futures/data/openInterestHist", RateScope.FuturesData, 1, 1, 30, 500)]
    [InlineData("/futures/data/globalLongShortAccountRatio", RateScope.FuturesData, 1, 1, 30, 500)]
    [InlineData("/futures/data/topLongShortPositionRatio", RateScope.FuturesData, 1, 1, 30, 500)]
    [InlineData("/futures/data/topLongShortAccountRatio", RateScope.FuturesData, 1, 1, 30, 500)]
    [InlineData("/futures/data/takerlongshortRatio", RateScope.FuturesData, 1, 1, 30, 500)]
    [InlineData("/futures/data/basis", RateScope.FuturesData, 1, 1, 30, 500)]
    [InlineData("/fapi/v1/klines", RateScope.FuturesWeight, 5, 5, 500, 1500)]
    [InlineData("/fapi/v1/markPriceKlines", RateScope.FuturesWeight, 5, 5, 500, 1500)]
    [InlineData("/fapi/v1/indexPriceKlines", RateScope.FuturesWeight, 5, 5, 500, 1500)]
    [InlineData("/fapi/v1/premiumIndexKlines", RateScope.FuturesWeight, 5, 5, 500, 1500)]
    [InlineData("/fapi/v1/ticker/24hr", RateScope.FuturesWeight, 1, 40, null, null)]
    [InlineData("/fapi/v1/ticker/bookTicker", RateScope.FuturesWeight, 2, 5, null, null)]
    [InlineData("/api/v3/exchangeInfo", RateScope.SpotWeight, 20, 20, null, null)]
    [InlineData("/api/v3/ticker/price", RateScope.SpotWeight, 2, 4, null, null)]
    [InlineData("/api/v3/ticker/bookTicker", RateScope.SpotWeight, 2, 4, null, null)]
    public void Endpoint_is_as_documented(string path, RateScope scope, int oneSymbol, int allSymbols, int? page, int? maxPage)
    {
        var endpoint = All.Where(endpoint => endpoint.Path == path).ShouldHaveSingleItem();

        endpoint.Scope.ShouldBe(scope);
        endpoint.Cost.Of(hasSymbol: true, limit: null).ShouldBe(oneSymbol);
        endpoint.Cost.Of(hasSymbol: false, limit: null).ShouldBe(allSymbols);
        endpoint.Page.ShouldBe(page is { } rows ? new PageSize(rows, maxPage!.Value) : null);
    }

    [Fact]
    public void Catalogue_holds_nothing_that_the_table_above_does_not_check() => All.Count.ShouldBe(21);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(99, 1)]
    [InlineData(100, 2)]
    [InlineData(499, 2)]
    [InlineData(500, 5)]
    [InlineData(1000, 5)]
    [InlineData(1001, 10)]
    [InlineData(1500, 10)]
    public void Bars_cost_by_rows(int limit, int weight)
    {
        FuturesEndpoints.Klines.Cost.Of(hasSymbol: true, limit).ShouldBe(weight);
        FuturesEndpoints.MarkPriceKlines.Cost.Of(hasSymbol: true, limit).ShouldBe(weight);
        FuturesEndpoints.IndexPriceKlines.Cost.Of(hasSymbol: false, limit).ShouldBe(weight);
        FuturesEndpoints.PremiumIndexKlines.Cost.Of(hasSymbol: true, limit).ShouldBe(weight);
    }

    [Theory]
    [InlineData(RateScope.FuturesWeight, 2400, 1)]
    [InlineData(RateScope.FuturesData, 1000, 5)]
    [InlineData(RateScope.FuturesFunding, 500, 5)]
    [InlineData(RateScope.SpotWeight, 6000, 1)]
    [InlineData(RateScope.Website, 100, 5)]
    public void Limit_is_as_documented_or_our_own(RateScope scope, int limit, int minutes) =>
        RateLimitRule.All[scope].ShouldBe(new RateLimitRule(scope, limit, TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Every_scope_has_a_limit() => RateLimitRule.All.Keys.Order().ShouldBe(Enum.GetValues<RateScope>());

    [Fact]
    public void Every_endpoint_links_to_its_own_documentation()
    {
        All.ShouldAllBe(endpoint => endpoint.Documentation.Scheme == "https" && endpoint.Documentation.Host == "developers.binance.com");
        All.Select(endpoint => endpoint.Documentation.AbsoluteUri).ShouldBeUnique();
    }
}
