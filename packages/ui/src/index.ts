// The one icon set (Lucide). Icons are decoration: a word stands beside each.
export {
  ActivityIcon,
  AlertTriangleIcon,
  AnchorIcon,
  ArrowDownIcon,
  ArrowLeftIcon,
  ArrowRightIcon,
  ArrowUpDownIcon,
  ArrowUpIcon,
  BadgeCheckIcon,
  BanIcon,
  BellIcon,
  BookOpenIcon,
  BriefcaseIcon,
  BuildingIcon,
  CalendarClockIcon,
  CalendarIcon,
  ChartColumnIcon,
  ChartNoAxesColumnIcon,
  CheckCircle2Icon,
  CheckIcon,
  ChevronDownIcon,
  ChevronLeftIcon,
  ChevronRightIcon,
  ChevronsUpDownIcon,
  ChevronUpIcon,
  CircleAlertIcon,
  CircleDashedIcon,
  CircleHelpIcon,
  CircleIcon,
  CircleXIcon,
  ClipboardListIcon,
  ClockIcon,
  CloudOffIcon,
  Columns3Icon,
  CopyIcon,
  DownloadIcon,
  EllipsisIcon,
  ExternalLinkIcon,
  EyeIcon,
  FileIcon,
  FileTextIcon,
  FilterIcon,
  FlagIcon,
  GripVerticalIcon,
  HandIcon,
  HistoryIcon,
  HomeIcon,
  HourglassIcon,
  InboxIcon,
  InfoIcon,
  KanbanIcon,
  KeyboardIcon,
  LanguagesIcon,
  LayoutDashboardIcon,
  LifeBuoyIcon,
  ListIcon,
  LockIcon,
  LogOutIcon,
  MailIcon,
  MapPinIcon,
  MegaphoneIcon,
  MenuIcon,
  MessageSquareIcon,
  MinusIcon,
  MonitorIcon,
  MoonIcon,
  NavigationIcon,
  PanelLeftIcon,
  PaperclipIcon,
  PauseIcon,
  PencilIcon,
  PhoneIcon,
  PlusIcon,
  PrinterIcon,
  RefreshCwIcon,
  RotateCcwIcon,
  SearchIcon,
  SendIcon,
  SettingsIcon,
  ShieldCheckIcon,
  ShieldIcon,
  SlidersHorizontalIcon,
  StampIcon,
  StarIcon,
  SunIcon,
  TimerOffIcon,
  Trash2Icon,
  UndoIcon,
  UploadIcon,
  UserIcon,
  UsersIcon,
  XIcon,
} from 'lucide-react';
export { Board, type BoardCard, type BoardColumn } from './board/board.js';
export {
  Button,
  ButtonLink,
  type ButtonLinkProps,
  type ButtonProps,
  ButtonRow,
  type ButtonVariant,
  IconButton,
  Key,
} from './button/button.js';
export { BarChart, type BarChartProps } from './charts/bar-chart.js';
export type { ChartText } from './charts/chart-frame.js';
export { FunnelChart, type FunnelChartProps } from './charts/funnel-chart.js';
export { IntervalChart, type IntervalChartProps } from './charts/interval-chart.js';
export type { BarDatum } from './charts/plot-bars.js';
export type { FunnelDatum } from './charts/plot-funnel.js';
export type { IntervalDatum } from './charts/plot-intervals.js';
export type { TrendPoint, TrendSeries } from './charts/plot-trend.js';
export { TrendChart, type TrendChartProps } from './charts/trend-chart.js';
export { Avatar } from './display/avatar.js';
export { Badge, type BadgeTone } from './display/badge.js';
export { Card, type CardProps, Grid, Row, Stack } from './display/card.js';
export { type Audience, Composer, type ComposerProps } from './display/composer.js';
export { Conversation, type ThreadMessage } from './display/conversation.js';
export { type Definition, DefinitionList, type DefinitionListProps } from './display/definition-list.js';
export { FigureCard, type FigureCardProps, type FigureValue } from './display/figure-card.js';
export { initialsOf } from './display/initials.js';
export { SendsIn, type SendsInProps } from './display/sends-in.js';
export { StateChip, type StateChipProps, type StepState, stepLooks } from './display/state-chip.js';
export { Timeline, type TimelineEvent } from './display/timeline.js';
export { type Draft, useDraft } from './draft/use-draft.js';
export { Alert, type AlertProps, type Tone } from './feedback/alert.js';
export { CrashGuard, type CrashGuardProps } from './feedback/crash-guard.js';
export { isPassing, type Problem, readProblem } from './feedback/read-problem.js';
export { Skeleton, type SkeletonProps } from './feedback/skeleton.js';
export {
  DeniedState,
  type DeniedStateProps,
  EmptyState,
  type EmptyStateProps,
  ErrorState,
  type ErrorStateProps,
  OfflineState,
} from './feedback/states.js';
export { Checkbox, CheckboxGroup, type CheckboxGroupProps, type CheckboxProps } from './field/checkbox.js';
export { ComboBox, type ComboBoxProps } from './field/combo-box.js';
export { DateField, type DateFieldProps, useDateProblem } from './field/date-field.js';
export { type DateParts, type DateReading, datePartsOf, readDateParts } from './field/date-parts.js';
export type { FieldProps } from './field/field-frame.js';
export { FileUpload, type FileUploadProps, type UploadItem, type UploadState } from './field/file-upload.js';
export { ErrorSummary, FieldRow, Form, type FormProblem } from './field/form.js';
export { NumberField, type NumberFieldProps } from './field/number-field.js';
export type { Option } from './field/option.js';
export { RadioGroup, type RadioGroupProps } from './field/radio-group.js';
export { SearchField, type SearchFieldProps } from './field/search-field.js';
export { Select, type SelectProps } from './field/select.js';
export { TextArea, type TextAreaProps, TextField, type TextFieldProps } from './field/text-field.js';
export { useSettled } from './field/use-settled.js';
export { FilterBar, FilterChoice, FilterChoices, FilterFlag, Toolbar } from './filters/filter-bar.js';
export {
  choiceFilter,
  type Filter,
  type FilterSpec,
  type FilterValues,
  flagFilter,
  idFilter,
  listFilter,
  modeFilter,
  pageFilter,
  readFilters,
  textFilter,
  writeFilters,
} from './filters/filter-spec.js';
export { type UrlFilters, useUrlFilters } from './filters/use-url-filters.js';
export { Link, type LinkProps } from './link/link.js';
export {
  createMessages,
  type Messages,
  type MessageValues,
  type Translation,
} from './messages/create-messages.js';
export { createFormats, type Formats, type Moment } from './messages/formats.js';
export { type Locale, localeNames, locales, matchLocale } from './messages/locale.js';
export { LocaleProvider, useFormats, useLocaleSwitch } from './messages/locale-provider.js';
export { useAdoptLanguage } from './messages/use-adopt-language.js';
export { type Translate, useMessages } from './messages/use-messages.js';
export { Dialog, type DialogProps } from './overlay/dialog.js';
export { Menu, type MenuAction, type MenuGroup, type MenuProps } from './overlay/menu.js';
export { SidePanel, type SidePanelProps, SplitView } from './overlay/split-view.js';
export { type TabItem, Tabs, type TabsProps } from './overlay/tabs.js';
export { Tooltip } from './overlay/tooltip.js';
export { ProcessList, type ProcessStep } from './process/process-list.js';
export { StepIndicator, type StepIndicatorProps } from './process/step-indicator.js';
export { SummaryBox, type SummaryBoxProps } from './process/summary-box.js';
export { LazyPage, type PageCode, pageCode } from './root/lazy-page.js';
export { type Density, UiRoot, type UiRootProps } from './root/ui-root.js';
export { BrandMark } from './shell/brand-mark.js';
export { ConsoleShell, type ConsoleShellProps } from './shell/console-shell.js';
export { type Command, matchCommands } from './shell/match-commands.js';
export type { NavGroup, NavItem } from './shell/nav.js';
export { PageHeader, type PageHeaderProps, useDocumentTitle } from './shell/page-header.js';
export { PortalPage, ThumbBar, type ThumbBarProps } from './shell/portal-page.js';
export { PortalShell, type PortalShellProps } from './shell/portal-shell.js';
export type { Shortcut } from './shell/shortcut-match.js';
export { useShortcutHelp, useShortcuts } from './shell/shortcuts.js';
export { useHeadingFocus } from './shell/use-route-focus.js';
export type { Column, Sort } from './table/column.js';
export { DataTable, type DataTableProps } from './table/data-table.js';
export { NativeCheckbox, type NativeCheckboxProps } from './table/native-checkbox.js';
export { LoadMore, Pagination, type PaginationProps } from './table/pagination.js';
export { SelectionBar } from './table/selection-bar.js';
export { applyTheme, readTheme, type Theme } from './theme/theme.js';
export { ThemeSwitch } from './theme/theme-switch.js';
export { type Toasts, useToasts } from './toast/toast-provider.js';
export { useNow } from './toast/use-now.js';
