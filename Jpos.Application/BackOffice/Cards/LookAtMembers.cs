using System.Globalization;
using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>One member; null if there is none that the caller sees.</summary>
public sealed record LookAtMember(Caller Caller, long Id) : Look<MemberView?>;

public sealed class LookAtMemberHandler(IMembers members) : IRequestHandler<LookAtMember, MemberView?>
{
    public async Task<MemberView?> Handle(LookAtMember request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await members.Find(request.Id, cancellationToken) is { } member ? MemberView.Of(member) : null;
}

/// <summary>The members, sorted by id. They are of no store: who is of some sees none of them.</summary>
public sealed record ListMembers(Caller Caller, MobileNumber? Mobile, long? After, int Limit) : Look<Page<MemberView>>;

public sealed class ListMembersHandler(IMembers members) : IRequestHandler<ListMembers, Page<MemberView>>
{
    public async Task<Page<MemberView>> Handle(ListMembers request, CancellationToken cancellationToken) => request.Caller.IsOfSomeStores
        ? new Page<MemberView>([], null)
        : Page.Of(
            await members.List(request.After, request.Mobile, request.Limit + 1, cancellationToken), request.Limit, MemberView.Of, member => member.Id.ToString(CultureInfo.InvariantCulture));
}
