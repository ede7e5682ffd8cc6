"""The rules of authority in sentences, Vietnamese and English, as the page of everybody shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from engine.domain.authority import Power
from engine.domain.authority_words import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A power: what it is, and why it is where it is."""

    title: Sentence
    reason: Sentence


def _told(title_vi: str, title_en: str, reason_vi: str, reason_en: str) -> Told:
    return Told(title=Sentence(vi=title_vi, en=title_en), reason=Sentence(vi=reason_vi, en=reason_en))


TOLD: Final = {
    Power.WORK_ON_TASK: _told(
        "Nhận và làm một việc",
        "Claim and do a task",
        "Quyền được xét vào lúc làm, theo vai trò hoặc ủy quyền có hiệu lực hôm đó; người soạn, người soát và"
        " người ký phải khác nhau nếu quy trình yêu cầu.",
        "Asked at the moment of the act, by a role or mandate in force that day; where the model says so,"
        " drafter, reviewer and signer must differ.",
    ),
    Power.ASSIGN_TASK: _told(
        "Giao lại việc cho người khác",
        "Give a task to somebody else",
        "Người phân công chịu trách nhiệm về việc của đơn vị mình; không giao cho người không có quyền.",
        "Who assigns answers for the work of the unit; nobody can be given what is not theirs to do.",
    ),
    Power.SEE_CASE: _told(
        "Xem một hồ sơ",
        "See a case",
        "Người làm thấy hồ sơ mình tham gia; người theo dõi hệ thống quản lý thấy mọi hồ sơ của cơ quan.",
        "Officers see the cases they work on; those who look after the quality system see all of the agency.",
    ),
    Power.SEE_CONFIDENTIAL: _told(
        "Xem một hồ sơ mật",
        "See a confidential case",
        "Người quản trị và người theo dõi chỉ thấy mã hồ sơ và trạng thái.",
        "Administrators and overseers see its code and state alone.",
    ),
    Power.CLOSE_CASE: _told(
        "Đặt chế độ mật cho hồ sơ",
        "Make a case confidential",
        "Người khởi tạo biết nội dung có cần giữ kín hay không.",
        "Who began it knows whether it has to be kept closed.",
    ),
    Power.OPEN_CASE: _told(
        "Bỏ chế độ mật của hồ sơ",
        "Open a confidential case",
        "Mở một hồ sơ mật là quyết định của lãnh đạo cơ quan.",
        "To open it is a decision of the head of the agency.",
    ),
    Power.START_PROCESS: _told(
        "Khởi tạo quy trình từ danh mục",
        "Start a process of the catalogue",
        "Thư ký ISO giữ kế hoạch của hệ thống quản lý chất lượng.",
        "The ISO secretary keeps the plan of the quality system.",
    ),
    Power.KEEP_LEGAL_REGISTER: _told(
        "Đăng ký văn bản, khởi tạo cập nhật, nhập danh mục thủ tục",
        "Register documents, start their updates, import the catalogue of procedures",
        "Thời hạn ba tháng và phạm vi công bố tính từ các sổ này, nên một người chịu trách nhiệm.",
        "Three months and scope are reckoned from these registers, so one person answers for them.",
    ),
    Power.READ_MAILS: _told(
        "Xem thư đã gửi",
        "Read mails that were sent",
        "Ai cũng xem thư gửi cho mình; người theo dõi xem thư của cơ quan để biết ai đã được báo.",
        "Everybody reads their own; overseers those of the agency, to know who has been told.",
    ),
    Power.MOVE_CLOCK: _told(
        "Tạm dừng, chạy tiếp, tính lại thời hạn",
        "Pause, resume or reset a clock",
        "Cần căn cứ và lý do; được ghi vào sổ thời gian của hồ sơ.",
        "It needs a legal basis and a reason, and is written into the clock ledger.",
    ),
    Power.EXTEND_DEADLINE: _told(
        "Gia hạn",
        "Extend a deadline",
        "Lãnh đạo cơ quan được cho thêm thời gian, có căn cứ và lý do.",
        "The head of the agency too may give more time, on a legal basis and with a reason.",
    ),
    Power.WATCH_INCIDENTS: _told(
        "Xem sự cố của hồ sơ",
        "See incidents",
        "Thư ký ISO cần biết hồ sơ nào bị dừng, dù không tự sửa.",
        "The ISO secretary has to know which cases stand still, even without repairing them.",
    ),
    Power.INTERVENE: _told(
        "Can thiệp vào hồ sơ đang chạy",
        "Intervene in a running case",
        "Tạm dừng, hủy, sửa dữ liệu, chuyển phiên bản, gửi lại thư: đều phải có lý do, được ghi lại.",
        "Suspending, cancelling, changing data, moving versions, resending mails: each needs a reason and is"
        " written into the history.",
    ),
    Power.SEND_MESSAGE: _told(
        "Gửi thông điệp giữa các hồ sơ bằng tay",
        "Send messages between cases by hand",
        "Một thông điệp làm hồ sơ chạy tiếp như một bước, nên cũng là can thiệp.",
        "A message moves cases on as a step does, so it is an intervention too.",
    ),
    Power.REHEARSE: _told(
        "Diễn tập mô hình",
        "Rehearse a model",
        "Dành cho người vẽ và người duyệt mô hình; không có gì được lưu.",
        "For those who draw and approve models; nothing of it is kept.",
    ),
    Power.PUBLISH_MODEL: _told(
        "Ban hành mô hình",
        "Publish a model",
        "Chỉ thực hiện bằng dòng lệnh trên máy chủ, vì mô hình áp dụng cho mọi cơ quan.",
        "By the command line on the server alone, as a model holds for every agency.",
    ),
    Power.DRAW_MODEL: _told(
        "Vẽ quy trình",
        "Draw a procedure",
        "Thư ký ISO giữ tài liệu của hệ thống quản lý; bản vẽ chỉ áp dụng sau khi người khác xem xét và lãnh"
        " đạo cơ quan phê duyệt.",
        "The ISO secretary keeps the documents of the quality system; a drawing holds only once somebody else"
        " has reviewed it and the head of the agency approved it.",
    ),
    Power.READ_DRAFTS: _told(
        "Xem bản thảo quy trình",
        "Read drafts of procedures",
        "Bản thảo chưa có hiệu lực, nên chỉ người soạn, người xem xét và người theo dõi được xem.",
        "A draft is not in force, so only those see it who draw, review or oversee.",
    ),
    Power.WITHDRAW_MODEL: _told(
        "Thu hồi quy trình đã ban hành",
        "Withdraw a published procedure",
        "Người phê duyệt tài liệu là người quyết định ngừng áp dụng; hồ sơ đang chạy vẫn chạy tiếp.",
        "Who approves a document decides that it holds no longer; cases that run go on.",
    ),
    Power.PROPOSE_MIGRATION: _told(
        "Đề nghị chuyển hồ sơ đang chạy sang phiên bản khác",
        "Propose moving running cases to another version",
        "Thư ký ISO soạn quy trình, người quản trị vận hành hệ thống; người đề nghị hoặc người quản trị thực"
        " hiện sau khi lãnh đạo phê duyệt.",
        "The ISO secretary draws procedures, the administrator runs the system; once the head has approved,"
        " the proposer or an administrator carries it out.",
    ),
    Power.APPROVE_MIGRATION: _told(
        "Phê duyệt chuyển hồ sơ sang phiên bản khác",
        "Approve moving cases to another version",
        "Đổi trình tự của hồ sơ đang chạy do lãnh đạo cơ quan quyết định; không tự duyệt đề nghị của mình.",
        "That a case under way changes its procedure is for the head of the agency to decide; nobody approves"
        " an own proposal.",
    ),
    Power.KEEP_FORM_TEMPLATES: _told(
        "Ghi và thu hồi biểu mẫu của cơ quan",
        "Record and withdraw forms of the agency",
        "Biểu mẫu là tài liệu được kiểm soát: mỗi bản nêu văn bản làm căn cứ và ngày có hiệu lực.",
        "Forms are controlled documents: each version names its legal basis and the day of effect.",
    ),
    Power.KEEP_COMMON_FORM_TEMPLATES: _told(
        "Ghi và thu hồi biểu mẫu dùng chung",
        "Record and withdraw forms of everybody",
        "Biểu mẫu do thông tư quy định áp dụng cho mọi cơ quan, nên chỉ cơ quan không thuộc diện theo dõi"
        " của cơ quan khác ghi.",
        "Forms that circulars prescribe hold for every agency, so only one that no other oversees records"
        " them.",
    ),
    Power.READ_CALENDAR: _told(
        "Xem lịch làm việc của cơ quan",
        "See the working calendar",
        "Mọi ngày đến hạn đều dựa vào lịch này.",
        "Every date of a deadline rests on it.",
    ),
    Power.ADMINISTER_TIME: _told(
        "Sửa lịch, thời hạn và bậc nhắc",
        "Change calendar, deadlines and ladders",
        "Lịch dùng chung cho tỉnh và cả nước chỉ do cơ quan không thuộc diện theo dõi của cơ quan khác sửa.",
        "What holds for a province or the country is changed by an agency alone that no other oversees.",
    ),
    Power.SET_MAIL_HOURS: _told(
        "Đặt giờ gửi thư của cơ quan",
        "Set the hours of the agency's mails",
        "Giờ này áp dụng cho mọi người trong cơ quan.",
        "They hold for everybody in the agency.",
    ),
    Power.READ_PEOPLE: _told(
        "Xem hồ sơ nhân sự và vai trò",
        "See people and their roles",
        "Thư ký ISO cần biết ai giữ vai trò gì.",
        "The ISO secretary has to know who holds which role.",
    ),
    Power.ADMINISTER_PEOPLE: _told(
        "Quản trị người, vai trò và đơn vị",
        "Administer people, roles and units",
        "Mỗi thay đổi dựa vào một quyết định có số và ngày.",
        "Each change rests on a decision with its number and day.",
    ),
    Power.ADMINISTER_ACCOUNTS: _told(
        "Quản trị tài khoản",
        "Administer accounts",
        "Mở, khóa, đặt lại mật khẩu và kết thúc phiên của người trong cơ quan; được ghi lại kèm lý do.",
        "Opening, closing, resetting passwords and ending sessions of the agency's people; a reason is kept.",
    ),
    Power.READ_AUDIT: _told(
        "Xem nhật ký đăng nhập và thao tác",
        "Read the logs of sign-ins and acts",
        "Người quản trị phải trả lời được ai đã làm gì và khi nào.",
        "The administrator has to answer who did what, and when.",
    ),
    Power.READ_ORGANISATION: _told(
        "Xem mã, quyết định và lịch sử của cơ quan",
        "See codes, decisions and history of the agency",
        "Người khác chỉ cần tên để chọn đúng cơ quan.",
        "Others need names alone, to choose the right one.",
    ),
    Power.CHANGE_ORGANISATION: _told(
        "Ghi sáp nhập, chia tách, giải thể cơ quan",
        "Record mergers, splits and dissolutions of agencies",
        "Việc này liên quan đến nhiều cơ quan, nên thuộc cơ quan không bị cơ quan khác theo dõi.",
        "It concerns more agencies than one, so it is for one that no other oversees.",
    ),
    Power.DELEGATE: _told(
        "Ghi và thu hồi ủy quyền",
        "Record and revoke a delegation",
        "Mỗi người ủy quyền vai trò của mình; Thư ký ISO và quản trị ghi thay theo quyết định. Không được ủy"
        " quyền lại.",
        "Everybody delegates the own roles; secretary and administrator record what a decision says. Nothing"
        " is passed on twice.",
    ),
    Power.RECORD_ABSENCE: _told(
        "Ghi vắng mặt và người thay",
        "Record an absence and its substitutes",
        "Mỗi người ghi cho mình; lãnh đạo ghi cho người của mình.",
        "Everybody their own; heads those of their people.",
    ),
    Power.READ_USE_OF_MANDATE: _told(
        "Xem việc đã làm theo ủy quyền",
        "See what was done by a mandate",
        "Người giao quyền phải biết tên mình đã được dùng vào việc gì.",
        "Who lends a name has to know what was done in it.",
    ),
    Power.KEEP_RECORDS: _told(
        "Quản lý lưu trữ hồ sơ",
        "Look after records",
        "Văn thư, Thư ký ISO và quản trị lập danh mục, nộp lưu, đề nghị tiêu hủy.",
        "Registry, secretary and administrator list, archive and propose disposal.",
    ),
    Power.DECIDE_ON_RECORDS: _told(
        "Quyết định tiêu hủy hồ sơ",
        "Decide on disposal",
        "Chỉ lãnh đạo cơ quan quyết định, theo biên bản; không ủy quyền được.",
        "The head of the agency alone decides, with minutes; it is never delegated.",
    ),
    Power.KEEP_ISSUED_DOCUMENTS: _told(
        "Ghi sổ văn bản đi",
        "Keep the register of issued documents",
        "Văn thư và Thư ký ISO ghi số đã cấp trên giấy và thấy cả văn bản đang trình.",
        "Registry and secretary record numbers given on paper and see documents on their way.",
    ),
    Power.REVOKE_ISSUED_DOCUMENT: _told(
        "Thu hồi văn bản đã phát hành",
        "Revoke an issued document",
        "Người đứng đầu ký thì người đứng đầu thu hồi, có lý do.",
        "What the head has signed the head revokes, with a reason.",
    ),
    Power.CONFIRM_RECEIPT: _told(
        "Xác nhận đã nhận văn bản của cơ quan khác",
        "Confirm what another agency sent",
        "Chuyên viên Sở đọc văn bản được gửi đến và xác nhận; không thấy hồ sơ đã sinh ra nó.",
        "The officer of the Department reads what was sent and confirms it, not the case behind it.",
    ),
    Power.READ_LETTERS: _told(
        "Xem thư giữa các cơ quan",
        "Read the letters between agencies",
        "Thư mang hạn theo luật; người chịu trách nhiệm phải thấy thư đã đến chưa.",
        "Letters carry legal dates; who answers for them sees whether they arrived.",
    ),
    Power.ASSIGN_BY_LETTER: _told(
        "Gửi công văn giao việc cho các cơ quan",
        "Give tasks to agencies by letter",
        "Chuyên viên Sở gửi công văn đã ký; mỗi cơ quan được theo dõi nhận một thư và một hồ sơ.",
        "The officer of the Department sends the signed letter; each agency gets one letter and a case.",
    ),
    Power.KEEP_INSPECTIONS: _told(
        "Lập và cập nhật sổ kiểm tra của Sở",
        "Keep the register of inspections",
        "Chuyên viên Sở bắt đầu kế hoạch kiểm tra năm và nhập các lần kiểm tra trước.",
        "The officer of the Department begins the yearly plan and takes earlier inspections over.",
    ),
    Power.READ_HEALTH: _told(
        "Xem tình trạng hệ thống",
        "See the state of the system",
        "Người quản trị biết máy chủ và tiến trình nền có chạy hay không.",
        "The administrator knows whether server and workers run.",
    ),
    Power.READ_ROADMAP: _told(
        "Xem lộ trình áp dụng ISO của các cơ quan",
        "See the roadmap of the agencies",
        "Số liệu đếm từ phụ lục đã ban hành.",
        "Figures counted from annexes that were issued.",
    ),
    Power.OVERSEE: _told(
        "Theo dõi kết quả của các cơ quan",
        "Oversee the deliverables of agencies",
        "Sở thấy sản phẩm của hệ thống quản lý và số tổng hợp, không thấy hồ sơ của người dân; cơ quan khác"
        " chỉ thấy dòng của mình và bình quân chung.",
        "The Department sees deliverables and aggregates, never citizens' dossiers; other agencies see their"
        " own line and the average alone.",
    ),
    Power.READ_EVIDENCE: _told(
        "Lập và xem bộ hồ sơ minh chứng",
        "Put together and read the evidence pack",
        "Thư ký ISO lập, lãnh đạo xem trước khi đưa cho đoàn kiểm tra; Sở chỉ đọc danh mục các bộ đã lập.",
        "The secretary puts it together and the heads read it before an inspection; the Department reads the"
        " list of what was put together alone.",
    ),
    Power.KEEP_CONTROLLED_DOCUMENTS: _told(
        "Nhập danh mục tài liệu nội bộ",
        "Take over the list of internal documents",
        "Thư ký ISO giữ danh mục; mọi thay đổi sau đó đi qua quy trình P05.",
        "The secretary keeps the list; every change after that goes through P05.",
    ),
    Power.REQUEST_DOCUMENT_CHANGE: _told(
        "Đề nghị ban hành, sửa đổi, bãi bỏ tài liệu",
        "Ask for a document to be issued, changed or withdrawn",
        "Ai làm theo tài liệu cũng có thể thấy chỗ sai; Thư ký ISO quyết định có thực hiện hay không.",
        "Whoever works by a document may see what is wrong; the secretary decides what becomes of it.",
    ),
    Power.PROPOSE_SIMPLIFICATION: _told(
        "Đề xuất đơn giản hóa thủ tục",
        "Propose to make a procedure simpler",
        "Ai làm thủ tục hằng ngày cũng biết bước nào thừa; Trưởng Ban Chỉ đạo quyết định.",
        "Whoever handles a procedure every day knows which step is idle; the head of the committee decides.",
    ),
    Power.KEEP_AUDITORS: _told(
        "Ghi năng lực đánh giá viên nội bộ",
        "Record the competence of internal auditors",
        "Ai có chứng nhận còn hiệu lực vào ngày đánh giá thì mới được cử vào đoàn.",
        "Only who has a certificate on the day of an audit is put into its team.",
    ),
    Power.CHANGE_AUDITS: _told(
        "Thay đổi cuộc đánh giá đang thực hiện",
        "Change an audit under way",
        "Đổi người, dời ngày hoặc không thực hiện, luôn có lý do; người mới phải độc lập và đủ năng lực.",
        "Another auditor, another day or calling it off, always with a reason; who comes in must be fit.",
    ),
    Power.KEEP_BUDGET: _told(
        "Ghi khoản chi của hệ thống quản lý chất lượng",
        "Enter expenses of the management system",
        "Khoản ghi sai được ghi đảo, không xóa; đã quyết toán thì không ghi thêm.",
        "A mistake is taken back by a counter-entry, never deleted; what is settled takes no more.",
    ),
    Power.RECORD_PLANNED_WORK: _told(
        "Ghi kết quả hoạt động của kế hoạch năm",
        "Record the result of an activity of the yearly plan",
        "Lãnh đạo đơn vị ghi hoạt động do đơn vị mình chủ trì.",
        "The head of a unit records what the own unit is in charge of.",
    ),
    Power.KEEP_YEAR: _told(
        "Đề nghị một việc của năm HTQLCL không áp dụng",
        "Propose that an item of the year does not apply",
        "Thư ký ISO theo dõi cả năm; chỉ Lãnh đạo cơ quan duyệt được lý do không áp dụng.",
        "The secretary follows the year; that something does not apply is for the head to approve.",
    ),
    Power.TAKE_FEEDBACK_IN: _told(
        "Ghi phản ánh, kiến nghị",
        "Take feedback in",
        "Ai của cơ quan nhận phản ánh thì ghi ngay; việc ghi mở hồ sơ trả lời.",
        "Whoever of the office receives feedback enters it; that begins the case that answers it.",
    ),
    Power.READ_FEEDBACK_SENDERS: _told(
        "Xem người gửi phản ánh, nhập phiếu khảo sát",
        "Read who sent feedback, import surveys",
        "Dữ liệu cá nhân: chỉ người trả lời, theo dõi và lãnh đạo cơ quan xem.",
        "Personal data: for who answers, who follows it up and the head of the agency.",
    ),
    Power.READ_DASHBOARD: _told(
        "Xem bảng điều hành",
        "Read the dashboard",
        "Lãnh đạo cơ quan, Trưởng Ban Chỉ đạo và Thư ký ISO xem cả cơ quan; lãnh đạo đơn vị xem việc của đơn"
        " vị mình. Hồ sơ mật không mở cho ai thì không tính vào số của người đó.",
        "The heads and the secretary see the whole agency, a head of a unit the own unit's work; a case that"
        " is closed to somebody is not counted for them.",
    ),
}
