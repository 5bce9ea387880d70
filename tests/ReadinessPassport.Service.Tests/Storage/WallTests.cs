using ReadinessPassport.Service.Tests.Fixtures;
using Xunit;

namespace ReadinessPassport.Service.Tests.Storage;

/// <summary>The walls of docs/architecture.md as PostgreSQL enforces them.</summary>
public class WallTests(TestDatabase db) : IClassFixture<TestDatabase>
{
    [Theory]
    [InlineData("rp_linkage", "select * from identity.person")]
    [InlineData("rp_linkage", "select * from identity.agency")]
    [InlineData("rp_web", "create table public.t (i int)")]
    [InlineData("rp_web", "create table passport.t (i int)")]
    [InlineData("rp_linkage", "create table linkage.t (i int)")]
    [InlineData("rp_web", "delete from identity.agency")]
    [InlineData("rp_web", "update public.schema_version set applied = now()")]
    public async Task A_role_cannot_do_what_belongs_to_the_other_room(string role, string sql) =>
        Assert.Equal("42501", await db.RefusalAsync(role, sql));

    [Theory]
    [InlineData("rp_web", "select * from identity.person")]
    [InlineData("rp_web", "select * from public.schema_version")]
    [InlineData("rp_linkage", "select * from public.schema_version")]
    public async Task A_role_can_do_its_own_work(string role, string sql) =>
        Assert.Null(await db.RefusalAsync(role, sql));

    [Theory]
    [InlineData("rp_web")]
    [InlineData("rp_linkage")]
    public async Task The_working_roles_own_nothing(string role) =>
        Assert.Equal(0L, await db.ScalarAsync<long>("select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = $1", role));
}
