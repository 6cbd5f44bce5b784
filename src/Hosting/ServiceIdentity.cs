namespace OmnipotentFutures.Hosting;

/// <summary>What a service is called and where it listens unless told otherwise.</summary>
/// <param name="Name">Machine name, kebab case, such as <c>liquidation-heatmap</c>: in health answers, log lines and the log file's name.</param>
/// <param name="Title">Name for people, as Swagger shows it.</param>
/// <param name="Port">Port on localhost when neither <c>ASPNETCORE_URLS</c> nor <c>ASPNETCORE_HTTP_PORTS</c> says otherwise.</param>
/// <param name="Description">One sentence on what it answers.</param>
public sealed record ServiceIdentity(string Name, string Title, int Port, string Description);
