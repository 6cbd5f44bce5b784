using Microsoft.AspNetCore.WebUtilities;

namespace OmnipotentFutures.PaperExchange.Api;

/// <summary>The pages that machines in front of the exchange answer with: HTML where clients expect JSON.</summary>
internal static class HtmlPages
{
    public static Task WriteAsync(HttpResponse response, int status)
    {
        var title = $"{status} {ReasonPhrases.GetReasonPhrase(status)}";
        response.StatusCode = status;
        response.ContentType = "text/html";
        return response.WriteAsync(
            $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n</body>\r\n</html>\r\n",
            response.HttpContext.RequestAborted);
    }
}
