using System.Text;

namespace OmnipotentFutures.Hosting.Tests;

public sealed class RequestIdTests : IAsyncLifetime
{
    private const string Header = "X-Request-ID";

    private RunningService _service = null!;

    public async Task InitializeAsync() => _service = await RunningService.StartAsync();

    public async Task DisposeAsync() => await _service.DisposeAsync();

    public static TheoryData<string> Plain => ["a", "order-42", "A.b_c:D-9", new string('x', 128)];

    public static TheoryData<string> NotPlain => ["a b", "a\tb", "<script>", "a;b", "ü", "a,b", new string('x', 129)];

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Callers_own_id_is_kept_when_it_is_plain(string id) => (await SendAsync(id)).ShouldBe(id);

    [Theory]
    [MemberData(nameof(NotPlain))]
    public async Task Id_that_could_forge_a_line_is_replaced(string id)
    {
        var given = await SendAsync(id);

        given.ShouldNotBeNullOrEmpty();
        given.ShouldNotBe(id);
    }

    [Fact]
    public async Task Every_request_without_an_id_has_one_of_its_own()
    {
        var first = await SendAsync(null);
        var second = await SendAsync(null);

        first.ShouldNotBeNullOrEmpty();
        second.ShouldNotBe(first);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/boom")]
    [InlineData("/health")]
    public async Task Every_kind_of_answer_carries_the_id(string path) => (await SendAsync("order-42", path)).ShouldBe("order-42");

    private async Task<string> SendAsync(string? id, string path = "/number?n=1")
    {
        using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_service.Client.BaseAddress!, path));
        if (id is not null)
        {
            request.Headers.TryAddWithoutValidation(Header, id);
        }

        using var response = await client.SendAsync(request);
        return response.Headers.GetValues(Header).ShouldHaveSingleItem();
    }
}
