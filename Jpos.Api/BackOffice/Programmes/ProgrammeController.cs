using System.Text.Json.Nodes;
using Jpos.Application.BackOffice.Programmes;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>The rules of the points programme.</summary>
[ApiVersion(1)]
[Route(Root + "programme")]
public sealed class ProgrammeController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The rules that hold.</summary>
    [HttpGet]
    [Requires(Permission.ReadProgramme)]
    public async Task<ActionResult<ProgrammeView>> Get(CancellationToken cancellation) => Answer(await Ask(new GetProgramme(), cancellation));

    /// <summary>All rules that ever held, the newest first. <c>after</c> is the version of the last one that was seen.</summary>
    [HttpGet("versions")]
    [Requires(Permission.ReadProgramme)]
    public async Task<ActionResult<PageAnswer<ProgrammeView>>> ListVersions([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var before = (int?)Math.Min(Fields.After(list.After) ?? int.MaxValue, int.MaxValue);
        return await Answer(() => new ListProgrammeVersions(list.After is null ? null : before, list.Limit), cancellation);
    }

    /// <summary>Makes other rules, from the next message on. What was earned stays as it is.</summary>
    [HttpPut]
    [Requires(Permission.ManageProgramme)]
    [NetworkWide]
    public async Task<ActionResult<ProgrammeView>> Change(ProgrammeInput input, CancellationToken cancellation)
    {
        var rules = input.Read(Fields);
        return await Answer(() => new ChangeProgramme(rules) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
    }

    /// <summary>Changes some of the rules: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch]
    [Requires(Permission.ManageProgramme)]
    [NetworkWide]
    public async Task<ActionResult<ProgrammeView>> Patch([MergePatch] JsonObject patch, CancellationToken cancellation) =>
        await Merge(new GetProgramme(), patch, (ProgrammeInput input) => Change(input, cancellation), cancellation);
}
