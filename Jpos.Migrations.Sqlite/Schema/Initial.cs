using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jpos.Migrations.Sqlite.Schema
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AddressFailures",
                columns: table => new
                {
                    Address = table.Column<string>(type: "TEXT", unicode: false, maxLength: 45, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressFailures", x => x.Address);
                });

            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MadeWith = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: true),
                    StoreNumbers = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                    table.CheckConstraint("CK_ApiKeys_Role_Known", "\"Role\" IN (0, 1, 2, 3, 4)");
                });

            migrationBuilder.CreateTable(
                name: "Audit",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Action = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Audit", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Campaigns",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Multiplier = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Advertisement = table.Column<string>(type: "TEXT", maxLength: 999, nullable: false),
                    IsCancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    StoreNumbers = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8000, nullable: false),
                    GradeNumbers = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CardProducts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    HasCheckDigit = table.Column<bool>(type: "INTEGER", nullable: false),
                    NumberLengths = table.Column<string>(type: "TEXT", unicode: false, maxLength: 30, nullable: false),
                    NumberPrefixes = table.Column<string>(type: "TEXT", unicode: false, maxLength: 240, nullable: false),
                    RequiresPin = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeniedOperations = table.Column<int>(type: "INTEGER", nullable: false),
                    MostPerConsume = table.Column<long>(type: "INTEGER", nullable: true),
                    MostConsumesPerDay = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardProducts", x => x.Id);
                    table.CheckConstraint("CK_CardProducts_DeniedOperations_Known", "\"DeniedOperations\" BETWEEN 0 AND 3647");
                });

            migrationBuilder.CreateTable(
                name: "DailyPointsByPerson",
                columns: table => new
                {
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DailyPointsByPerson", x => new { x.Person, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "DataKeys",
                columns: table => new
                {
                    Use = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataKeys", x => x.Use);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    Caller = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", unicode: false, maxLength: 255, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Response = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecords", x => new { x.Caller, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Digest = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Charset = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    LinesDone = table.Column<int>(type: "INTEGER", nullable: false),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => x.Id);
                    table.CheckConstraint("CK_Imports_Kind_Known", "\"Kind\" IN (0, 1, 2)");
                    table.CheckConstraint("CK_Imports_Lines", " \"LinesDone\" BETWEEN 0 AND \"Lines\" AND \"Accepted\" >= 0 AND \"Rejected\" >= 0 ");
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Grade = table.Column<int>(type: "INTEGER", nullable: false),
                    Gender = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    IdType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    IdNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MobileNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => x.Id);
                    table.CheckConstraint("CK_Members_Gender_Known", "\"Gender\" IN ('', '00', '01', '02')");
                    table.CheckConstraint("CK_Members_Grade_Known", "\"Grade\" IN (0, 1, 2, 3)");
                    table.CheckConstraint("CK_Members_IdType_Known", "\"IdType\" IN ('', '01', '02', '03', '04', '05', '06', '07')");
                });

            migrationBuilder.CreateTable(
                name: "NumberBlocks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstFree = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberBlocks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PinFailures",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PinFailures", x => x.Source);
                });

            migrationBuilder.CreateTable(
                name: "PinTransportKeys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    KeyAlgorithm = table.Column<int>(type: "INTEGER", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    CheckValue = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    LoadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PinTransportKeys", x => x.Name);
                    table.CheckConstraint("CK_PinTransportKeys_KeyAlgorithm_Known", "\"KeyAlgorithm\" IN (0, 1, 2, 3)");
                });

            migrationBuilder.CreateTable(
                name: "PointAccounts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    SucceededBy = table.Column<long>(type: "INTEGER", nullable: true),
                    IsShared = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenLots = table.Column<int>(type: "INTEGER", nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false),
                    GiftsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GiftsOfDay = table.Column<long>(type: "INTEGER", nullable: false),
                    GiftsOnProgrammeDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GiftsOfProgrammeDay = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Rules_AdjustmentLimit = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules_AdjustmentLimitOfPerson = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules_DiamondRate = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    Rules_ExpiryGraceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_GiftDecimals = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_GiftRounding = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_GiftValidMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_GiftsAvailableAtOnce = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rules_GoldRate = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    Rules_GreenRate = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    Rules_LargeGift = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules_MostGiftsPerDay = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules_MostPerConsume = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules_PendingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules_PlatinumRate = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    Rules_PointValue = table.Column<long>(type: "INTEGER", nullable: false),
                    Rules_RefundMayLeaveDebt = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rules_RefundWindowDays = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeVersions", x => x.Number);
                    table.CheckConstraint("CK_ProgrammeVersions_Rules_GiftRounding_Known", "\"Rules_GiftRounding\" IN (0, 1)");
                });

            migrationBuilder.CreateTable(
                name: "StoredAnswers",
                columns: table => new
                {
                    Terminal = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredAnswers", x => new { x.Terminal, x.Mac });
                    table.CheckConstraint("CK_StoredAnswers_Code_Known", "\"Code\" IN ('00', '30', '03', '97', '58', 'A0', '77', '90', '09', '94', '57', '14', '21', '41', '43', '62', '54', '38', '75', '99', '55', '13', '61', '65', '51', '25', '12', '22', '64', '05', '96', '92', '98', '40', '91')");
                });

            migrationBuilder.CreateTable(
                name: "Stores",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Advertisement = table.Column<string>(type: "TEXT", maxLength: 999, nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    DeniedOperations = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stores", x => x.Number);
                    table.CheckConstraint("CK_Stores_DeniedOperations_Known", "\"DeniedOperations\" BETWEEN 0 AND 3647");
                });

            migrationBuilder.CreateTable(
                name: "TicketKinds",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Face = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidDays = table.Column<int>(type: "INTEGER", nullable: false),
                    PaidBy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: true),
                    SettlePrice = table.Column<long>(type: "INTEGER", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketKinds", x => x.Id);
                    table.CheckConstraint("CK_TicketKinds_Type_Known", "\"Type\" IN (1, 2, 3)");
                });

            migrationBuilder.CreateTable(
                name: "VerifyCodes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Mobile = table.Column<string>(type: "TEXT", unicode: false, maxLength: 11, nullable: false),
                    StoreNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: false),
                    TerminalNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TriesLeft = table.Column<int>(type: "INTEGER", nullable: false),
                    IsUsed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VerifyCodes", x => x.Id);
                    table.CheckConstraint("CK_VerifyCodes_TriesLeft", " \"TriesLeft\" >= 0 ");
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubscriptionId = table.Column<long>(type: "INTEGER", nullable: false),
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderingKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastOutcome = table.Column<string>(type: "TEXT", unicode: false, maxLength: 50, nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Number);
                    table.CheckConstraint("CK_WebhookDeliveries_State_Known", "\"State\" IN (0, 1, 2)");
                    table.CheckConstraint("CK_WebhookDeliveries_Type_Known", "\"Type\" BETWEEN 0 AND 127");
                });

            migrationBuilder.CreateTable(
                name: "WebhookLeases",
                columns: table => new
                {
                    SubscriptionId = table.Column<long>(type: "INTEGER", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookLeases", x => x.SubscriptionId);
                });

            migrationBuilder.CreateTable(
                name: "WebhookOutbox",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    OrderingKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Subscribers = table.Column<string>(type: "TEXT", unicode: false, maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookOutbox", x => x.Number);
                    table.CheckConstraint("CK_WebhookOutbox_Type_Known", "\"Type\" BETWEEN 0 AND 127");
                });

            migrationBuilder.CreateTable(
                name: "WebhookSubscriptions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Events = table.Column<int>(type: "INTEGER", nullable: false),
                    IsEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WrappedSecret = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    WrappedFormerSecret = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    FormerSecretUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookSubscriptions", x => x.Id);
                    table.CheckConstraint("CK_WebhookSubscriptions_Events_Known", "\"Events\" BETWEEN 0 AND 127");
                });

            migrationBuilder.CreateTable(
                name: "ImportErrors",
                columns: table => new
                {
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    LastLine = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportErrors", x => new { x.ImportId, x.Line });
                    table.ForeignKey(
                        name: "FK_ImportErrors_Imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Cards",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 19, nullable: false),
                    ProductId = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReplacedBy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 19, nullable: true),
                    PinVerifier = table.Column<byte[]>(type: "BLOB", maxLength: 64, nullable: true),
                    WrongPins = table.Column<int>(type: "INTEGER", nullable: false),
                    WrongPinsToday = table.Column<int>(type: "INTEGER", nullable: false),
                    WrongPinsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cards", x => x.Id);
                    table.CheckConstraint("CK_Cards_State_Known", "\"State\" IN (0, 1, 2, 3, 4, 5)");
                    table.ForeignKey(
                        name: "FK_Cards_CardProducts_ProductId",
                        column: x => x.ProductId,
                        principalTable: "CardProducts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cards_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Cards_PointAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "PointAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Lots",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Store = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldFor = table.Column<long>(type: "INTEGER", nullable: false),
                    EarnedAt = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: true),
                    IsHeld = table.Column<bool>(type: "INTEGER", nullable: false),
                    PendingUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MovedTo = table.Column<long>(type: "INTEGER", nullable: true),
                    Remaining = table.Column<long>(type: "INTEGER", nullable: false),
                    IsEmpty = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Lots", x => x.Id);
                    table.CheckConstraint("CK_Lots_Kind_Known", "\"Kind\" IN (0, 1)");
                    table.CheckConstraint("CK_Lots_Remaining", " (\"Kind\" = 0 AND \"Remaining\" >= 0) OR (\"Kind\" = 1 AND \"Remaining\" <= 0 AND \"BatchId\" = 0 AND \"HeldFor\" = 0) ");
                    table.ForeignKey(
                        name: "FK_Lots_PointAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "PointAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StoreOperators",
                columns: table => new
                {
                    StoreNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoreOperators", x => new { x.StoreNumber, x.Number });
                    table.ForeignKey(
                        name: "FK_StoreOperators_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tickets",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    KindId = table.Column<long>(type: "INTEGER", nullable: true),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Face = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidBy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: true),
                    SettlePrice = table.Column<long>(type: "INTEGER", nullable: false),
                    Issued = table.Column<int>(type: "INTEGER", nullable: false),
                    Remaining = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidThrough = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tickets", x => x.Id);
                    table.CheckConstraint("CK_Tickets_Remaining", " \"Remaining\" BETWEEN 0 AND \"Issued\" ");
                    table.CheckConstraint("CK_Tickets_Type_Known", "\"Type\" IN (1, 2, 3)");
                    table.ForeignKey(
                        name: "FK_Tickets_PointAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "PointAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tickets_TicketKinds_KindId",
                        column: x => x.KindId,
                        principalTable: "TicketKinds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Store = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: true),
                    About = table.Column<long>(type: "INTEGER", nullable: true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: true),
                    Terminal = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Assignee = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                    table.CheckConstraint("CK_Alerts_Kind_Known", "\"Kind\" IN (1, 2, 3, 4, 5, 6, 7, 8, 20, 21, 30, 31, 32, 33, 34, 35, 36)");
                    table.CheckConstraint("CK_Alerts_State_Known", "\"State\" IN (0, 1, 2)");
                    table.ForeignKey(
                        name: "FK_Alerts_Stores_Store",
                        column: x => x.Store,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    StoreNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: false),
                    TerminalNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GiftsPendingUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GiftsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GiftsOfDay = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CancelCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CardActiveCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CashCreditAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    CashDebitAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    PointCreditAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    PointCreditCount = table.Column<int>(type: "INTEGER", nullable: false),
                    PointDebitAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    PointDebitCount = table.Column<int>(type: "INTEGER", nullable: false),
                    RefundCount = table.Column<int>(type: "INTEGER", nullable: false),
                    TicketDebitAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    TicketDebitCount = table.Column<int>(type: "INTEGER", nullable: false),
                    VoucherCreditAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    VoucherDebitAmount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => x.Id);
                    table.CheckConstraint("CK_Batches_Number", " \"Number\" BETWEEN 1 AND 999999 ");
                    table.CheckConstraint("CK_Batches_Totals", " \"PointDebitCount\" >= 0 AND \"PointDebitAmount\" >= 0 AND \"PointCreditCount\" >= 0 AND \"PointCreditAmount\" >= 0 AND \"CashDebitAmount\" >= 0 AND \"CashCreditAmount\" >= 0 AND \"VoucherDebitAmount\" >= 0 AND \"VoucherCreditAmount\" >= 0 AND \"CancelCount\" >= 0 AND \"RefundCount\" >= 0 AND \"TicketDebitCount\" >= 0 AND \"TicketDebitAmount\" >= 0 AND \"CardActiveCount\" >= 0 ");
                    table.ForeignKey(
                        name: "FK_Batches_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Settlements",
                columns: table => new
                {
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PointsAgree = table.Column<bool>(type: "INTEGER", nullable: false),
                    TicketsAgree = table.Column<bool>(type: "INTEGER", nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Claimed_CancelCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Claimed_CardActiveCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Claimed_PointCreditAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Claimed_PointCreditCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Claimed_PointDebitAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Claimed_PointDebitCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Claimed_RefundCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Claimed_TicketCreditAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Claimed_TicketCreditCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Claimed_TicketDebitAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Claimed_TicketDebitCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Claimed_TotalTransCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settlements", x => x.BatchId);
                    table.ForeignKey(
                        name: "FK_Settlements_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Terminals",
                columns: table => new
                {
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    StoreNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: false),
                    IsEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    MacPolicy = table.Column<int>(type: "INTEGER", nullable: false),
                    UntilFirstSigned = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasSigned = table.Column<bool>(type: "INTEGER", nullable: false),
                    MostPerConsume = table.Column<long>(type: "INTEGER", nullable: true),
                    MostGiftsPerDay = table.Column<long>(type: "INTEGER", nullable: true),
                    AnswerFormat = table.Column<int>(type: "INTEGER", nullable: false),
                    KeyAlgorithm = table.Column<int>(type: "INTEGER", nullable: false),
                    WrappedMasterKey = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    SignedOnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastAddress = table.Column<string>(type: "TEXT", unicode: false, maxLength: 45, nullable: true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: true),
                    RefusedCardsSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RefusedCards = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PendingMacPolicy_Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PendingMacPolicy_Policy = table.Column<int>(type: "INTEGER", nullable: true),
                    PendingMacPolicy_RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PendingMacPolicy_RequestedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PendingMacPolicy_UntilFirstSigned = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Terminals", x => x.Number);
                    table.CheckConstraint("CK_Terminals_AnswerFormat_Known", "\"AnswerFormat\" IN (0, 1)");
                    table.CheckConstraint("CK_Terminals_KeyAlgorithm_Known", "\"KeyAlgorithm\" IN (0, 1, 2, 3)");
                    table.CheckConstraint("CK_Terminals_MacPolicy_Known", "\"MacPolicy\" IN (0, 1, 2)");
                    table.CheckConstraint("CK_Terminals_PendingMacPolicy_Policy_Known", "\"PendingMacPolicy_Policy\" IN (0, 1, 2)");
                    table.ForeignKey(
                        name: "FK_Terminals_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Terminals_Stores_StoreNumber",
                        column: x => x.StoreNumber,
                        principalTable: "Stores",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TransactionJournal",
                columns: table => new
                {
                    Serial = table.Column<long>(type: "INTEGER", nullable: false),
                    Operation = table.Column<int>(type: "INTEGER", nullable: false),
                    Store = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: true),
                    Terminal = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: true),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: true),
                    BatchNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Trace = table.Column<int>(type: "INTEGER", nullable: true),
                    IsReversal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", unicode: false, maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    BusinessDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2, nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    CardId = table.Column<long>(type: "INTEGER", nullable: true),
                    MemberId = table.Column<long>(type: "INTEGER", nullable: true),
                    MaskedCard = table.Column<string>(type: "TEXT", unicode: false, maxLength: 19, nullable: false),
                    RegisterTrace = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PointAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    CashAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    TicketAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    VoucherAmount = table.Column<long>(type: "INTEGER", nullable: false),
                    Used = table.Column<long>(type: "INTEGER", nullable: false),
                    Awarded = table.Column<long>(type: "INTEGER", nullable: false),
                    AwardGrade = table.Column<int>(type: "INTEGER", nullable: true),
                    AwardRate = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    AwardMultiplier = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: false),
                    AwardCampaign = table.Column<long>(type: "INTEGER", nullable: true),
                    AwardRules = table.Column<int>(type: "INTEGER", nullable: true),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Original = table.Column<long>(type: "INTEGER", nullable: true),
                    OriginalTime = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Root = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TransactionJournal", x => x.Serial);
                    table.CheckConstraint("CK_TransactionJournal_Amounts", " \"PointAmount\" >= 0 AND \"CashAmount\" >= 0 AND \"TicketAmount\" >= 0 AND \"VoucherAmount\" >= 0 AND \"Used\" >= 0 AND \"Awarded\" >= 0 ");
                    table.CheckConstraint("CK_TransactionJournal_AwardGrade_Known", "\"AwardGrade\" IN (0, 1, 2, 3)");
                    table.CheckConstraint("CK_TransactionJournal_Code_Known", "\"Code\" IN ('00', '30', '03', '97', '58', 'A0', '77', '90', '09', '94', '57', '14', '21', '41', '43', '62', '54', '38', '75', '99', '55', '13', '61', '65', '51', '25', '12', '22', '64', '05', '96', '92', '98', '40', '91')");
                    table.CheckConstraint("CK_TransactionJournal_Key", " (\"BatchId\" IS NULL AND \"Trace\" IS NULL) OR (\"BatchId\" IS NOT NULL AND \"Trace\" IS NOT NULL AND \"Trace\" BETWEEN 1 AND 999999) ");
                    table.CheckConstraint("CK_TransactionJournal_Operation_Known", "\"Operation\" BETWEEN 0 AND 3647");
                    table.CheckConstraint("CK_TransactionJournal_Status_Known", "\"Status\" IN (0, 1, 2, 3)");
                    table.ForeignKey(
                        name: "FK_TransactionJournal_Batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "Batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TransactionJournal_Cards_CardId",
                        column: x => x.CardId,
                        principalTable: "Cards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TransactionJournal_TransactionJournal_Original",
                        column: x => x.Original,
                        principalTable: "TransactionJournal",
                        principalColumn: "Serial",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkingKeys",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    TerminalNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    WrappedPinKey = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    WrappedMacKey = table.Column<byte[]>(type: "BLOB", maxLength: 128, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkingKeys", x => x.Number);
                    table.ForeignKey(
                        name: "FK_WorkingKeys_Terminals_TerminalNumber",
                        column: x => x.TerminalNumber,
                        principalTable: "Terminals",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PointAdjustments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    CardId = table.Column<long>(type: "INTEGER", nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Serial = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PointAdjustments", x => x.Id);
                    table.CheckConstraint("CK_PointAdjustments_Points", " \"Points\" <> 0 ");
                    table.CheckConstraint("CK_PointAdjustments_State_Known", "\"State\" IN (0, 1, 2, 3)");
                    table.ForeignKey(
                        name: "FK_PointAdjustments_PointAccounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "PointAccounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PointAdjustments_TransactionJournal_Serial",
                        column: x => x.Serial,
                        principalTable: "TransactionJournal",
                        principalColumn: "Serial",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Postings",
                columns: table => new
                {
                    Transaction = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    LotId = table.Column<long>(type: "INTEGER", nullable: false),
                    Store = table.Column<string>(type: "TEXT", unicode: false, maxLength: 15, nullable: false),
                    Programme = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Postings", x => new { x.Transaction, x.Line });
                    table.CheckConstraint("CK_Postings_Amount", " \"Amount\" <> 0 ");
                    table.CheckConstraint("CK_Postings_Programme_Known", "\"Programme\" IN (1, 2, 3, 4, 5)");
                    table.ForeignKey(
                        name: "FK_Postings_Lots_LotId",
                        column: x => x.LotId,
                        principalTable: "Lots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Postings_TransactionJournal_Transaction",
                        column: x => x.Transaction,
                        principalTable: "TransactionJournal",
                        principalColumn: "Serial",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TicketMovements",
                columns: table => new
                {
                    Transaction = table.Column<long>(type: "INTEGER", nullable: false),
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Pieces = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketMovements", x => new { x.Transaction, x.TicketId });
                    table.CheckConstraint("CK_TicketMovements_Pieces", " \"Pieces\" <> 0 ");
                    table.ForeignKey(
                        name: "FK_TicketMovements_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketMovements_TransactionJournal_Transaction",
                        column: x => x.Transaction,
                        principalTable: "TransactionJournal",
                        principalColumn: "Serial",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "NumberBlocks",
                columns: new[] { "Id", "FirstFree" },
                values: new object[] { 1, 100000000001L });

            migrationBuilder.CreateIndex(
                name: "IX_AddressFailures_Since",
                table: "AddressFailures",
                column: "Since");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_About_Kind",
                table: "Alerts",
                columns: new[] { "About", "Kind" },
                unique: true,
                filter: "\"About\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_BatchId_Kind",
                table: "Alerts",
                columns: new[] { "BatchId", "Kind" },
                unique: true,
                filter: "\"BatchId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Kind_RaisedAt",
                table: "Alerts",
                columns: new[] { "Kind", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_State_Id",
                table: "Alerts",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_State_Kind_Id",
                table: "Alerts",
                columns: new[] { "State", "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Store_State_Id",
                table: "Alerts",
                columns: new[] { "Store", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Terminal_Kind_RaisedAt",
                table: "Alerts",
                columns: new[] { "Terminal", "Kind", "RaisedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Subject_Number",
                table: "Audit",
                columns: new[] { "Subject", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_Open",
                table: "Batches",
                column: "OpenedAt",
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_OpenedAt",
                table: "Batches",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_StoreNumber_OpenedAt",
                table: "Batches",
                columns: new[] { "StoreNumber", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_TerminalNumber",
                table: "Batches",
                column: "TerminalNumber",
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Batches_TerminalNumber_Number_OpenedAt",
                table: "Batches",
                columns: new[] { "TerminalNumber", "Number", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_TerminalNumber_OpenedAt",
                table: "Batches",
                columns: new[] { "TerminalNumber", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Campaigns_Through",
                table: "Campaigns",
                column: "Through");

            migrationBuilder.CreateIndex(
                name: "IX_Cards_AccountId",
                table: "Cards",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Cards_MemberId",
                table: "Cards",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Cards_Number",
                table: "Cards",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Cards_ProductId_Number",
                table: "Cards",
                columns: new[] { "ProductId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_State_Number",
                table: "Cards",
                columns: new[] { "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_DailyPointsByPerson_Day",
                table: "DailyPointsByPerson",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_CreatedAt",
                table: "IdempotencyRecords",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Imports_Digest_Kind",
                table: "Imports",
                columns: new[] { "Digest", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lots_AccountId_ExpiresOn_Store_BatchId_Month_HeldFor_Kind",
                table: "Lots",
                columns: new[] { "AccountId", "ExpiresOn", "Store", "BatchId", "Month", "HeldFor", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lots_AccountId_IsEmpty_ExpiresOn",
                table: "Lots",
                columns: new[] { "AccountId", "IsEmpty", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Lots_AccountId_PendingUntil",
                table: "Lots",
                columns: new[] { "AccountId", "PendingUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Lots_ExpiresOn_Remaining",
                table: "Lots",
                columns: new[] { "ExpiresOn", "Remaining" });

            migrationBuilder.CreateIndex(
                name: "IX_Lots_IsHeld_Id",
                table: "Lots",
                columns: new[] { "IsHeld", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_IdNumber_IdType",
                table: "Members",
                columns: new[] { "IdNumber", "IdType" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_MobileNumber_Id",
                table: "Members",
                columns: new[] { "MobileNumber", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Members_Name_Id",
                table: "Members",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PinFailures_Since",
                table: "PinFailures",
                column: "Since");

            migrationBuilder.CreateIndex(
                name: "IX_PointAdjustments_AccountId_Id",
                table: "PointAdjustments",
                columns: new[] { "AccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PointAdjustments_Serial",
                table: "PointAdjustments",
                column: "Serial");

            migrationBuilder.CreateIndex(
                name: "IX_PointAdjustments_State_Id",
                table: "PointAdjustments",
                columns: new[] { "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Postings_LotId",
                table: "Postings",
                column: "LotId");

            migrationBuilder.CreateIndex(
                name: "IX_Settlements_SettledAt_BatchId",
                table: "Settlements",
                columns: new[] { "SettledAt", "BatchId" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredAnswers_ExpiresAt",
                table: "StoredAnswers",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Stores_Name_Number",
                table: "Stores",
                columns: new[] { "Name", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Terminals_BatchId",
                table: "Terminals",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_Terminals_StoreNumber",
                table: "Terminals",
                column: "StoreNumber");

            migrationBuilder.CreateIndex(
                name: "IX_TicketMovements_TicketId",
                table: "TicketMovements",
                column: "TicketId");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_AccountId",
                table: "Tickets",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_KindId",
                table: "Tickets",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_AccountId_At",
                table: "TransactionJournal",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_At",
                table: "TransactionJournal",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_BatchId_At",
                table: "TransactionJournal",
                columns: new[] { "BatchId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_BatchId_Trace_IsReversal",
                table: "TransactionJournal",
                columns: new[] { "BatchId", "Trace", "IsReversal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_CardId_At",
                table: "TransactionJournal",
                columns: new[] { "CardId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_Original",
                table: "TransactionJournal",
                column: "Original",
                filter: "\"Original\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_TransactionJournal_Root",
                table: "TransactionJournal",
                column: "Root");

            migrationBuilder.CreateIndex(
                name: "IX_VerifyCodes_Mobile_SentAt",
                table: "VerifyCodes",
                columns: new[] { "Mobile", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VerifyCodes_SentAt",
                table: "VerifyCodes",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_VerifyCodes_TerminalNumber_SentAt",
                table: "VerifyCodes",
                columns: new[] { "TerminalNumber", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_DeliveredAt",
                table: "WebhookDeliveries",
                column: "DeliveredAt",
                filter: "\"DeliveredAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_SubscriptionId_NextAttemptAt",
                table: "WebhookDeliveries",
                columns: new[] { "SubscriptionId", "NextAttemptAt" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_SubscriptionId_OrderingKey_Number",
                table: "WebhookDeliveries",
                columns: new[] { "SubscriptionId", "OrderingKey", "Number" },
                filter: "\"State\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_SubscriptionId_State_Number",
                table: "WebhookDeliveries",
                columns: new[] { "SubscriptionId", "State", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkingKeys_TerminalNumber",
                table: "WorkingKeys",
                column: "TerminalNumber");

            migrationBuilder.AddForeignKey(
                name: "FK_Alerts_Batches_BatchId",
                table: "Alerts",
                column: "BatchId",
                principalTable: "Batches",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Alerts_Terminals_Terminal",
                table: "Alerts",
                column: "Terminal",
                principalTable: "Terminals",
                principalColumn: "Number",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Alerts_TransactionJournal_About",
                table: "Alerts",
                column: "About",
                principalTable: "TransactionJournal",
                principalColumn: "Serial",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Batches_Terminals_TerminalNumber",
                table: "Batches",
                column: "TerminalNumber",
                principalTable: "Terminals",
                principalColumn: "Number",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Terminals_Batches_BatchId",
                table: "Terminals");

            migrationBuilder.DropTable(
                name: "AddressFailures");

            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "ApiKeys");

            migrationBuilder.DropTable(
                name: "Audit");

            migrationBuilder.DropTable(
                name: "Campaigns");

            migrationBuilder.DropTable(
                name: "DailyPointsByPerson");

            migrationBuilder.DropTable(
                name: "DataKeys");

            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "ImportErrors");

            migrationBuilder.DropTable(
                name: "NumberBlocks");

            migrationBuilder.DropTable(
                name: "PinFailures");

            migrationBuilder.DropTable(
                name: "PinTransportKeys");

            migrationBuilder.DropTable(
                name: "PointAdjustments");

            migrationBuilder.DropTable(
                name: "Postings");

            migrationBuilder.DropTable(
                name: "ProgrammeVersions");

            migrationBuilder.DropTable(
                name: "Settlements");

            migrationBuilder.DropTable(
                name: "StoredAnswers");

            migrationBuilder.DropTable(
                name: "StoreOperators");

            migrationBuilder.DropTable(
                name: "TicketMovements");

            migrationBuilder.DropTable(
                name: "VerifyCodes");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "WebhookLeases");

            migrationBuilder.DropTable(
                name: "WebhookOutbox");

            migrationBuilder.DropTable(
                name: "WebhookSubscriptions");

            migrationBuilder.DropTable(
                name: "WorkingKeys");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "Lots");

            migrationBuilder.DropTable(
                name: "Tickets");

            migrationBuilder.DropTable(
                name: "TransactionJournal");

            migrationBuilder.DropTable(
                name: "TicketKinds");

            migrationBuilder.DropTable(
                name: "Cards");

            migrationBuilder.DropTable(
                name: "CardProducts");

            migrationBuilder.DropTable(
                name: "Members");

            migrationBuilder.DropTable(
                name: "PointAccounts");

            migrationBuilder.DropTable(
                name: "Batches");

            migrationBuilder.DropTable(
                name: "Terminals");

            migrationBuilder.DropTable(
                name: "Stores");
        }
    }
}
