/** The list of members, and the form of one: roles and access. */
import type { SealedPermission } from '../../../kernel/permission.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Card, Tag } from '../../../ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/choice.tsx'
import { Form, FormErrors, problemOf, type FieldProblem } from '../../../ui/form.tsx'
import type { Frame } from '../../../ui/frame.ts'
import { Table } from '../../../ui/table.tsx'
import { followupTexts } from '../followup.texts.ts'
import { Shell } from '../shell.views.tsx'
import { memberTexts } from './members.texts.ts'
import { memberRoles, type Member, type MemberRole } from './members.types.ts'

type Framed = { readonly frame: Frame; readonly may: (permission: SealedPermission) => boolean }

const Roles = ({ frame, member }: Pick<Framed, 'frame'> & { member: Member }) =>
  member.roles.length === 0 ? (
    <Tag tone="warning">{memberTexts[frame.lang].waits}</Tag>
  ) : (
    <>{member.roles.map((role) => followupTexts[frame.lang].roles[role]).join(', ')}</>
  )

/** GET /uppfoljning/medlemmar. */
export const MembersPage = ({ frame, may, members }: Framed & { readonly members: readonly Member[] }) => {
  const t = memberTexts[frame.lang]
  const { name, roles, access } = t.columns
  return (
    <Shell frame={frame} part="members" may={may} heading={followupTexts[frame.lang].members} below={t.lead}>
      <Table
        columns={[{ title: name }, { title: roles }, { title: access }]}
        rows={members.map((member) => [
          <a href={`/uppfoljning/medlemmar/${member.staffId}`}>{member.name}</a>,
          <Roles frame={frame} member={member} />,
          member.active ? t.letIn : t.shutOut,
        ])}
        empty={t.empty}
        headed
        stacks
      />
    </Shell>
  )
}

type FormProps = Framed & {
  readonly member: Member
  readonly typed: { readonly roles: readonly string[]; readonly access: string }
  readonly problems: readonly FieldProblem[]
  readonly once: string
}

const roleChoices = (frame: Frame): { value: MemberRole; label: string; hint: string }[] =>
  memberRoles.map((value) => ({
    value,
    label: followupTexts[frame.lang].roles[value],
    hint: memberTexts[frame.lang].roleHints[value],
  }))

const MemberForm = ({ frame, member, typed, problems, once }: FormProps) => {
  const [t, shared] = [memberTexts[frame.lang], followupTexts[frame.lang]]
  const access = [
    { value: 'in', label: t.letIn },
    { value: 'out', label: t.shut, hint: t.shutHint },
  ]
  return (
    <Form frame={frame} action={`/uppfoljning/medlemmar/${member.staffId}`} once={once}>
      <input type="hidden" name="version" value={member.version} />
      <CheckboxGroup
        name="roles"
        label={t.rolesLabel}
        options={roleChoices(frame)}
        values={typed.roles}
        problem={problemOf(problems, 'roles')}
      />
      <RadioGroup name="access" label={t.access} options={access} value={typed.access} problem={problemOf(problems, 'access')} />
      <div class="row">
        <Button>{shared.save}</Button>
        <LinkButton href="/uppfoljning/medlemmar" variant="tertiary">
          {shared.leave}
        </LinkButton>
      </div>
    </Form>
  )
}

/** One member. */
export const MemberPage = (props: FormProps) => {
  const { frame, may, member, problems } = props
  return (
    <Shell frame={frame} part="members" may={may} heading={member.name} title={followupTexts[frame.lang].members}>
      <FormErrors problems={problems} />
      <Card>
        <MemberForm {...props} />
      </Card>
    </Shell>
  )
}
