using System.Globalization;
using Asp.Versioning;
using Jpos.Api.BackOffice.Requests;
using Jpos.Api.Problems;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Cards;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>An address that the host does not have.</summary>
[ApiVersion(1)]
[Route(Root + "lax")]
public sealed class LaxController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    [HttpPost]
    [Requires(Permission.ManageStores)]
    public IActionResult Take(LaxInput input, [FromQuery] string? day)
    {
        var count = 0m;
        var isTaken = Enum.TryParse<CardState>(input?.State, true, out var state)
            && DateTime.TryParse(input.ExpiresOn, CultureInfo.InvariantCulture, out var expiresOn)
            && decimal.TryParse(input.Count, NumberStyles.Any, CultureInfo.InvariantCulture, out count)
            && DateTime.TryParse(day ?? "2026-01-01", CultureInfo.InvariantCulture, out _)
            && input.Reason is not null;
        return isTaken ? Ok(new LaxView(state, DateOnly.FromDateTime(DateTime.Parse(input!.ExpiresOn!, CultureInfo.InvariantCulture)), count, input.Reason!)) : ProblemResults.Invalid(HttpContext, new() { ["state"] = ["x"], ["expiresOn"] = ["x"], ["count"] = ["x"], ["reason"] = ["x"], ["day"] = ["x"] });
    }
}
