using System.Text.Json.Nodes;
using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Api.BackOffice.Reading;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using Jpos.Domain.TextForms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Terminals;

/// <summary>Terminals: what they may, their sessions and their master keys.</summary>
[ApiVersion(1)]
[Route(Root + "terminals")]
public sealed class TerminalsController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>The terminals, sorted by number.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="store">Only those of one store; left out for all.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Allow(Right.LookAtTerminals)]
    [ProducesResponseType<PageAnswer<TerminalView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, [FromQuery] string? store, CancellationToken cancellation)
    {
        var faults = new Faults();
        var after = faults.ReadOptional<TerminalNumber>("after", list.After, TerminalNumber.TryParse);
        var ofStore = faults.ReadOptional<StoreNumber>("store", store, StoreNumber.TryParse);
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListTerminals(Caller, ofStore, after, list.Limit), cancellation));
    }

    /// <summary>One terminal.</summary>
    [HttpGet("{number}")]
    [Allow(Right.LookAtTerminals)]
    [ProducesResponseType<TerminalView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(string number, CancellationToken cancellation) =>
        Answer(TerminalNumber.TryParse(number, out var terminal) ? await Ask(new LookAtTerminal(Caller, terminal), cancellation) : null);

    /// <summary>Adds a terminal. It cannot sign on before its master key is loaded.</summary>
    [HttpPost]
    [Allow(Right.ChangeTerminals)]
    [ProducesResponseType<TerminalView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(CreateTerminalInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var number = faults.Read<TerminalNumber>("number", input.Number, TerminalNumber.TryParse);
        var store = faults.Read<StoreNumber>("store", input.Store, StoreNumber.TryParse);
        var (mostPerConsume, mostGifts) = Limits(faults, input.MostPerConsume, input.MostGiftsPerDay);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(
                new CreateTerminal(number, store, input.KeyForm, input.MacPolicy, input.Answers)
                {
                    Caller = Caller,
                    IdempotencyKey = RequestKey,
                    UntilFirstSigned = input.UntilFirstSigned,
                    MostPerConsume = mostPerConsume,
                    MostGiftsPerDay = mostGifts,
                },
                terminal => terminal.Number, cancellation);
    }

    /// <summary>Changes what a terminal may, from its next message on.</summary>
    [HttpPut("{number}")]
    [Allow(Right.ChangeTerminals)]
    [ProducesResponseType<TerminalView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(string number, ChangeTerminalInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var terminal = faults.ReadPath<TerminalNumber>(number, TerminalNumber.TryParse);
        faults.Require("isEnabled", input.IsEnabled is not null, FaultText.Missing("isEnabled"));
        faults.Require("macPolicy", input.MacPolicy is not null, FaultText.Missing("macPolicy"));
        var (mostPerConsume, mostGifts) = Limits(faults, input.MostPerConsume, input.MostGiftsPerDay);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(
                new ChangeTerminal(terminal, input.IsEnabled!.Value, input.MacPolicy!.Value, input.Answers)
                {
                    Caller = Caller,
                    Seen = Seen,
                    UntilFirstSigned = input.UntilFirstSigned,
                    MostPerConsume = mostPerConsume,
                    MostGiftsPerDay = mostGifts,
                },
                null,
                cancellation);
    }

    /// <summary>Approves a weaker MAC policy that waits, by a different person than the one who wants it, or refuses it.</summary>
    [HttpPost("{number}/mac-policy/decision")]
    [Allow(Right.Approve)]
    [ProducesResponseType<TerminalView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> DecidePolicy(string number, MacPolicyDecisionInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var terminal = faults.ReadPath<TerminalNumber>(number, TerminalNumber.TryParse);
        faults.Require("macPolicy", input.MacPolicy is not null, FaultText.Missing("macPolicy"));
        faults.Require("untilFirstSigned", input.UntilFirstSigned is not null, FaultText.Missing("untilFirstSigned"));
        faults.Require("isApproved", input.IsApproved is not null, FaultText.Missing("isApproved"));
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new DecideMacPolicy(terminal, input.MacPolicy!.Value, input.UntilFirstSigned!.Value, input.IsApproved!.Value) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Changes some of what a terminal may: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{number}")]
    [Allow(Right.ChangeTerminals)]
    [ProducesResponseType<TerminalView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Patch(string number, [MergePatchOf<ChangeTerminalInput>] JsonObject patch, CancellationToken cancellation) =>
        TerminalNumber.TryParse(number, out var found)
            ? await Merge(new LookAtTerminal(Caller, found), patch, (ChangeTerminalInput input) => Change(number, input, cancellation), cancellation)
            : Answer(null);

    /// <summary>Ends a terminal's session: it has to sign on again. Its batch stays open.</summary>
    [HttpPost("{number}/session-end")]
    [Allow(Right.EndSessions)]
    [ProducesResponseType<TerminalView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> EndSession(string number, CancellationToken cancellation)
    {
        var faults = new Faults();
        var terminal = faults.ReadPath<TerminalNumber>(number, TerminalNumber.TryParse);
        return faults.Any ? faults.Result(HttpContext) : await Answer(new EndSession(terminal) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Gives a terminal its master key. It has to sign on afterwards.</summary>
    [HttpPost("{number}/master-key")]
    [Allow(Right.LoadTerminalKeys)]
    [ProducesResponseType<TerminalView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> LoadMasterKey(string number, MasterKeyInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var terminal = faults.ReadPath<TerminalNumber>(number, TerminalNumber.TryParse);
        var components = (input.Components ?? []).Select(component => faults.Hex("components", component)).ToList();
        faults.Require("components", components.Count >= Application.BackOffice.Terminals.LoadMasterKey.FewestComponents, FaultText.MustBe("components", "a list of at least 2"));
        var check = faults.Hex("checkValue", input.CheckValue);
        faults.Require("checkValue", check.Length == Application.BackOffice.Terminals.LoadMasterKey.CheckValueLength, FaultText.MustBe("checkValue", "8 hexadecimal digits"));
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new LoadMasterKey(terminal, components, check) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    private static (Money? MostPerConsume, Points? MostGifts) Limits(Faults faults, decimal? mostPerConsume, decimal? mostGifts) => (
        faults.Amount("mostPerConsume", mostPerConsume) is { } most ? Money.Of(most) : null,
        faults.Amount("mostGiftsPerDay", mostGifts) is { } gifts ? Points.Of(gifts) : null);
}
