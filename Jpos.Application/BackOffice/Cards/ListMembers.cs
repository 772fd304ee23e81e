using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Lists the members. They are network-wide, so a store-scoped caller sees none.</summary>
public sealed record ListMembers(Caller Caller, MobileNumber? Mobile, PageRequest<Member> PageRequest) : Query<Page<MemberView>>
{
    public static readonly SortOrders<Member> SortOrders = new("id", new("id", Id), new("name", Id, SortKey.Text<Member>(member => member.Name, text => FieldRules.IsText(text, MemberProfile.LongestName))));

    private static SortKey<Member> Id => SortKey.Number<Member>(member => member.Id);
}

public sealed class ListMembersHandler(IMembers members, ISecurityModule security) : IRequestHandler<ListMembers, Page<MemberView>>
{
    public async Task<Page<MemberView>> Handle(ListMembers request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<MemberView>([], null)
        : Page.Of(await members.List(request.Mobile, request.PageRequest, cancellationToken), request.PageRequest, member => MemberView.Of(member, security));
}
