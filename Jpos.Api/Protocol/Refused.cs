using Jpos.Domain.Protocol;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.Protocol;

/// <summary>A request that became no message.</summary>
internal sealed class Refused(ResponseCode code, string detail) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) =>
        EdgeAnswers.Refuse(context.HttpContext, context.HttpContext.GetEndpoint(), StatusCodes.Status200OK, code, detail);
}
