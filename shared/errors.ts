/**
 * Every way in which Nansha ID can refuse, as one stable union of codes (as `jose` has): a program branches
 * on the code, people read the sentence. A code is never renamed or reused.
 */
export const ERRORS = {
  // Anything that reaches a border
  INPUT_INVALID: text('版本过低，请更新后重试。', 'This app is out of date. Update it and try again.'),
  CALLER_UNKNOWN: text(
    '无法确认您的微信身份。请重新打开小程序。',
    'Your WeChat account could not be identified. Reopen the mini-program.',
  ),
  CALLER_FORBIDDEN: text(
    '您无权使用此功能。',
    'This account is not allowed to do that. Use an account with the right role, or ask your manager.',
  ),
  SERVICE_UNAVAILABLE: text(
    '服务暂时不可用，请稍后再试。',
    'The service is unavailable, and this attempt was not counted. Try again later.',
  ),
  /** The answer did not come in time, and there is a network. */
  SERVICE_SLOW: text(
    '服务较慢，没有等到结果。请稍候再试。',
    'The service is slow and has not answered yet. Wait a moment, then try again.',
  ),
  /** Something that the app needs is missing on this device, or it fails at what it should be able to do. */
  APP_DEFECT: text(
    '小程序出现故障。请更新微信并重新打开；仍不行，请拨打12345反映。',
    'The app has run into a fault. Update WeChat and reopen it; if that does not help, call 12345 and report it.',
  ),
  OFFLINE: text('没有网络。请连接网络后重试。', 'You are offline. Connect to a network and try again.'),

  // Resident number, GB 11643
  NUMBER_LENGTH: text(
    '身份证号码应为18位。请检查输入。',
    'An ID number has 18 characters. Check what you typed.',
  ),
  NUMBER_CHARACTERS: text(
    '身份证号码只能是数字，最后一位可以是X。请检查输入。',
    'An ID number has only digits, with an X allowed at the end. Check what you typed.',
  ),
  NUMBER_CHECKSUM: text(
    '身份证号码校验不通过。请逐位核对。',
    'This is not a valid ID number: its check digit does not match. Compare it with your card digit by digit.',
  ),
  NUMBER_REGION: text(
    '身份证号码的地区代码不存在。请核对前六位。',
    'The region code in the ID number does not exist. Check the first six digits.',
  ),
  NUMBER_DATE: text(
    '身份证号码中的出生日期不正确。请核对第7至14位。',
    'The date of birth in the ID number is not a valid date. Check digits 7 to 14.',
  ),
  PERMANENT_NUMBER_MALFORMED: text(
    '这不是外国人永久居留身份证的号码。2023版是以9开头的18位号码，旧版是3个字母加12位数字。请逐位核对。',
    'This is not the number of a foreign permanent resident ID card. It has 18 characters and begins with 9, or, on cards issued before December 2023, 3 letters and 12 digits. Compare it with the card character by character.',
  ),
  PERMANENT_NUMBER_CHECKSUM: text(
    '外国人永久居留身份证号码校验不通过。请逐位核对。',
    'The check digit of this permanent resident’s number does not match. Compare it with the card character by character.',
  ),
  GUARDIAN_REQUIRED: text(
    '未满14周岁，请由监护人陪同到柜台办理。',
    'Children under 14 enrol at a counter with a guardian. Please go there together.',
  ),
  NAME_MALFORMED: text(
    '姓名格式不正确。请按身份证填写。',
    'The name is not in a valid form. Enter it exactly as on the card.',
  ),
  NAME_PRIVATE_CHARACTER: text(
    '姓名里有一个字用的是旧系统的自造编码，别处无法识别。请删去这个字，用手写或笔画输入法重新输入。',
    'One character of the name uses an old private encoding that other systems cannot read. Delete it and enter it again by handwriting or strokes.',
  ),

  // Images
  IMAGE_UNREADABLE: text('无法读取图片。请重新拍摄。', 'The picture could not be read. Take it again.'),
  IMAGE_TOO_LARGE: text(
    '图片过大（上限6 MB）。请重新拍摄。',
    'The picture is too large (the limit is 6 MB). Take it again.',
  ),
  IMAGE_MISSING: text('没有收到图片。请重新拍摄。', 'The picture did not arrive. Take it again.'),
  FACE_NOT_FOUND: text(
    '没有找到人脸。请在光线充足处正对镜头。',
    'No face was found. Face the camera in good light.',
  ),
  FACE_MULTIPLE: text(
    '画面中不止一人。请确保只有您本人。',
    'There is more than one face in the picture. Make sure that only you are in view.',
  ),
  FACE_TOO_SMALL: text('脸离得太远。请靠近镜头。', 'Your face is too far away. Move closer to the camera.'),
  FACE_CUT_OFF: text(
    '脸没有全部入镜。请对准椭圆框。',
    'Part of your face is cut off. Keep all of it inside the oval.',
  ),
  FACE_DARK: text('光线太暗。请到更亮的地方。', 'It is too dark. Move to a brighter place.'),
  FACE_BRIGHT: text('光线太强。请避开直射光。', 'The light is too strong. Turn away from direct light.'),
  FACE_BLURRED: text(
    '照片模糊。请拿稳手机、擦净镜头。',
    'The picture is blurred. Wipe the lens and hold the phone still.',
  ),
  FACE_COVERED: text(
    '脸被遮挡。请摘下口罩、墨镜等遮挡物。',
    'Your face is covered. Take off your mask, sunglasses or anything else that covers it.',
  ),
  FACE_TURNED: text('请正对镜头。', 'Your face is turned away. Look straight at the camera.'),
  LIVENESS_TIMING: text(
    '拍摄过程中断或超时。请重新开始。',
    'The capture was interrupted or took too long. Start again.',
  ),
  FILMING_STOPPED: text(
    '微信人脸核身没有完成。请重新提交。',
    'WeChat’s face verification was not completed. Submit again.',
  ),
  LIVENESS_STILL: text(
    '没有检测到动作。请本人实时拍摄。',
    'No movement was detected. Do it live, in front of the camera.',
  ),
  LIVENESS_PERSON: text(
    '拍摄过程中换了人。请由本人全程完成。',
    'A different person appeared during the capture. The same person must complete all of it.',
  ),
  LIVENESS_ACTION: text(
    '没有看到所要求的动作。请按提示重做。',
    'The requested action was not detected. Follow the prompts and try again.',
  ),
  LIVENESS_LIGHT: text(
    '没有在脸上看到屏幕的光。请避开强光，把手机拿近一些再试。',
    'The screen’s light was not visible on your face. Move out of bright light, hold the phone closer and try again.',
  ),

  // ID card photos: what to do better
  CARD_NOT_FOUND: text(
    '没有找到身份证。请将身份证平放并完整拍入画面。',
    'No ID card was found. Lay the card flat and get all of it in the picture.',
  ),
  CARD_WRONG_SIDE: text(
    '拍反了。请翻到另一面重拍。',
    'This is the other side of the card. Turn it over and take the picture again.',
  ),
  CARD_OTHER_KIND: text(
    '这种证件不能在手机上申领。可以用居民身份证、港澳台居民居住证或外国人永久居留身份证，其他证件请到柜台咨询。',
    'This document cannot be used here. A resident ID card, a residence permit for Hong Kong, Macao or Taiwan residents, or a foreign permanent resident ID card can; with another document, ask at a counter.',
  ),
  CARD_SUPERSEDED: text(
    '这是2023年12月以前签发的外国人永久居留身份证，不能拍照读取。申领请先换领新版证件；酒店登记请手工录入。',
    'This foreign permanent resident ID card was issued before December 2023 and cannot be read by photo. To get a digital ID, exchange it for the new card first. At a hotel desk, type it in instead.',
  ),
  CARD_SIDES_DIFFER: text(
    '两面不是同一种证件。请拍摄同一张证件的两面。',
    'The two sides belong to different kinds of document. Take pictures of both sides of the same one.',
  ),
  CARD_COUNTER_ONLY: text(
    '这种证件暂不能在手机上核实。请带证件到柜台申领。',
    'This kind of document cannot be confirmed by phone yet. Take it to a counter to get your digital ID.',
  ),
  CARD_TOO_DARK: text(
    '光线太暗。请到明亮处重拍。',
    'The picture is too dark. Move to a brighter place and take it again.',
  ),
  CARD_GLARE: text(
    '有反光遮住内容。请换个角度重拍。',
    'A reflection covers part of the card. Change the angle and take the picture again.',
  ),
  CARD_BLURRED: text(
    '照片模糊。请拿稳并对焦后重拍。',
    'The picture is blurred. Hold still, let the camera focus, and take it again.',
  ),
  CARD_CUT_OFF: text(
    '身份证没有拍全。请把四个角都拍入画面。',
    'Part of the card is outside the picture. Keep all four corners in view.',
  ),
  CARD_TOO_FAR: text(
    '距离太远。请靠近一些重拍。',
    'The card is too far away. Move closer and take the picture again.',
  ),
  CARD_COPY: text(
    '这似乎是复印件或屏幕翻拍。请拍摄身份证原件。',
    'This looks like a copy or a screen. Photograph the original card.',
  ),
  ADDRESS_MALFORMED: text(
    '住址过长或含有无法显示的字符。请按身份证重新输入。',
    'The address is too long or has characters that cannot be displayed. Enter it as on the card.',
  ),
  NATIONALITY_MALFORMED: text(
    '国籍代码应为3个字母。请按证件填写。',
    'A nationality code has 3 letters. Enter it as on the card.',
  ),
  ADDRESS_DIFFERS: text(
    '住址与照片上读到的相差太多。请按身份证核对；仍不对请重拍，或到柜台办理。',
    'The address is too different from the one in the photo. Check it against the card. If it is right, take the photo again or go to a counter.',
  ),
  ETHNICITY_MALFORMED: text(
    '请按身份证上的汉字填写民族，如“汉”；没有此项请留空。',
    'The ethnic group is not in a valid form. Enter it in Chinese as on the card, such as 汉, or leave it empty if the card has none.',
  ),
  CARD_UNREAD: text(
    '请先拍摄身份证的两面。',
    'Your ID card has not been read yet. Photograph both sides first.',
  ),
  CARD_EXPIRED: text(
    '身份证已过有效期。请先到派出所换领新证，再来申领。',
    'This ID card has expired. Renew it at a police station, then enrol with the new card.',
  ),
  CARD_NOT_YET_VALID: text(
    '身份证的有效期还没有开始。请使用现在有效的那张；如印制有误，请到派出所核实。',
    'This ID card is not valid yet. Use the card that is valid today. If its dates are misprinted, ask at a police station.',
  ),

  // Enrolment
  CONSENT_REQUIRED: text(
    '需要您单独同意人脸信息处理。您也可以到柜台办理。',
    'Face verification needs your separate consent. You can also enrol at a counter without it.',
  ),
  ENROLMENT_UNKNOWN: text('本次申请不存在。请重新开始。', 'This enrolment was not found. Start again.'),
  ENROLMENT_EXPIRED: text('本次申请已超时。请重新开始。', 'This enrolment has timed out. Start again.'),
  ENROLMENT_USED: text(
    '本次申请已提交过。请重新开始。',
    'This enrolment was already submitted. Start again.',
  ),
  PROOF_INVALID: text(
    '手机密钥证明无效。请重新开始。',
    'This phone’s key could not be verified. Start again.',
  ),
  PHONE_HOLDS_ANOTHER: text(
    '这部手机上已有另一个人的电子身份证，一部手机只能放一个人的。请用另一部手机办理。未满14周岁的孩子，可由监护人在首页“添加证件”里办理孩子的证件。',
    'This phone already holds the digital ID of another person, and a phone holds only one. Use another phone. For a child under 14, the guardian can add a child’s card from the home page.',
  ),
  /** Children's cards on the phones of their guardians. */
  CHILD_NOT_IN_HOUSEHOLD: text(
    '户籍登记中没有查到这位监护人与孩子的监护关系。请核对孩子的姓名和号码，或先到派出所更正登记。',
    'The household register does not show this person as the child’s guardian. Check the child’s name and number, or have the register corrected at a police station first.',
  ),
  CHILD_OF_AGE: text(
    '孩子已满14周岁，不能再由监护人代为出示。请用孩子自己的手机办理电子身份证。',
    'The child is 14 or older, so a guardian can no longer show the card. The child can get a digital ID on a phone of their own.',
  ),
  CHILD_HAS_PHONE: text(
    '孩子自己的手机上已有电子身份证，不能再放到监护人的手机上。请用孩子的手机出示。',
    'The child already has a digital ID on a phone of their own, so it cannot be on a guardian’s phone too. Use the child’s phone.',
  ),
  CHILD_GUARDIANS_FULL: text(
    '孩子的证件已在两位监护人的手机上。请先从其中一部手机移除，再办理。',
    'The child’s card is already on the phones of two guardians. Remove it from one of them first.',
  ),
  CHILDREN_FULL: text(
    '一部手机最多放6个孩子的证件。请先移除一张，再办理。',
    'A phone holds the cards of at most six children. Remove one first.',
  ),
  GUARDIAN_UNDER_AGE: text(
    '您未满18周岁，不能作为监护人办理。请由孩子的另一位监护人办理。',
    'You are under 18, so you cannot do this as a guardian. Another guardian of the child can.',
  ),
  CHILD_CARD_NONE: text(
    '孩子的证件已不在这部手机上，不能出示。如仍需要，请监护人到柜台重新办理。',
    'This child’s card is no longer on this phone and cannot be shown. If it is still needed, the guardian can get it again at a counter.',
  ),
  CHILD_CARD_OUTDATED: text(
    '孩子的证件信息已过期。请监护人联网打开小程序更新，或出示孩子的证件原件。',
    'The child’s card is out of date. The guardian can update it by opening the app while online, or show the child’s physical card.',
  ),
  PROOFING_REFUSED: text(
    '仍未能核实您的身份。请带身份证到柜台办理。',
    'Your identity still could not be confirmed. Please take your ID card to a counter.',
  ),
  PROOFING_RETRY: text(
    '未能核实您的身份。请在光线均匀处再拍一次，并核对姓名与身份证一致。',
    'Your identity could not be confirmed. Check that the name matches your card, and try once more in even light.',
  ),
  ATTEMPTS_EXHAUSTED: text(
    '尝试次数过多。请稍后再试，或到柜台办理。',
    'There were too many attempts. Try again later, or go to a counter.',
  ),

  // Wallet
  REQUEST_INVALID: text(
    '手机签名无效。请重新打开小程序。',
    'This phone’s signature is invalid. Reopen the mini-program.',
  ),
  REQUEST_REPLAYED: text('请求已被使用。请重试。', 'This request was already used. Try again.'),
  CREDENTIAL_NONE: text('这部手机上还没有证件。请先申领。', 'There is no ID on this phone yet. Enrol first.'),
  CREDENTIAL_LOST: text(
    '这台手机上保存的证件读不出来了，可能已被系统清理。请先重新打开小程序；仍不行，请本人重新申领，证件会换绑到这台手机。',
    'The ID stored on this phone can no longer be read; the system may have cleared it. Reopen the mini-program. If that does not help, enrol again to set up your ID on this phone.',
  ),
  STORAGE_FULL: text(
    '手机存储空间已满，证件信息无法保存。请清理手机空间后重试。',
    'This phone’s storage is full, so your ID could not be saved. Free up some space and try again.',
  ),
  LOG_INVALID: text(
    '签发记录对不上。请截屏保存，并拨打12345反映。',
    'The public record of issued IDs is inconsistent. Take a screenshot, then call 12345 and report it.',
  ),
  RENEWAL_EARLY: text(
    '证件还有一个月以上有效期，无需更新。',
    'This ID does not need renewing yet: it is valid for more than 30 days.',
  ),
  RENEWAL_CARD_EXPIRED: text(
    '身份证已过有效期，电子证件不再续期。请先到派出所换领新证，再重新申领。',
    'Your ID card has expired, so the digital ID cannot be renewed. Get a new card at a police station, then enrol again.',
  ),
  DOCUMENT_NOT_FOUND: text(
    '发证机关没有查到您名下的这种证件。如已领取实体证件，请向发证机关核实登记信息。',
    'The issuing authority has no such document in your name. If you hold the physical one, ask the authority to check its records.',
  ),
  DOCUMENT_REGISTRY_DOWN: text(
    '发证机关的系统暂时没有回应，没有办成。请稍后再试；急用请出示证件原件。',
    'The issuing authority’s system is not answering, so nothing was done. Try again later, and use the physical document until then.',
  ),
  DOCUMENT_UNAVAILABLE: text(
    '本地区还没有开通这种证件。请使用证件原件。',
    'This document is not available in your region yet. Use the physical one.',
  ),
  DOCUMENT_ASSURANCE_TOO_LOW: text(
    '您的身份核验等级不足，不能添加这种证件。请先到柜台当面核验身份。',
    'Your identity was not verified strongly enough to add this document. Have it verified at a counter first.',
  ),
  DOCUMENT_NONE: text(
    '这部手机上没有这种证件。请先在首页添加。',
    'This document is not on this phone. Add it from the home page first.',
  ),
  /** Said to the desk, of a purpose that takes a further document. */
  DOCUMENT_MISSING: text(
    '对方手机上没有这项业务需要的证件。请对方先添加，或出示证件原件。',
    'The document needed here is not on the holder’s phone. Ask them to add it or to show the physical one.',
  ),
  DOCUMENT_OUTDATED: text(
    '证件信息已过期。请对方联网打开小程序更新，或出示证件原件。',
    'The document is out of date. Ask the holder to open the app while online, or to show the physical one.',
  ),
  NUMBER_LOCKED: text(
    '您已锁定身份证号，不能添加新证件。请先在设置中解除锁定。',
    'You have locked your ID number, so no document can be added. Unlock it in Settings first.',
  ),
  UNLOCK_REQUIRED: text('请输入出示密码后再出示。', 'Your ID is locked. Enter your PIN to show it.'),
  PIN_NONE: text('尚未设置出示密码。请先设置。', 'No PIN has been set yet. Set one first.'),
  PIN_WRONG: text('出示密码不正确。', 'The PIN is incorrect. Try again.'),
  PIN_WEAK: text('出示密码过于简单。请换一个。', 'This PIN is too easy to guess. Choose another one.'),
  PIN_BLOCKED: text(
    '出示密码已停用。请刷脸重设，或到柜台办理。',
    'This PIN is blocked. Verify your face to set a new one, or go to a counter.',
  ),
  FACE_REQUIRED: text(
    '设置出示密码前，请先刷脸，或到柜台办理。',
    'Verify your face again before setting a PIN, or go to a counter.',
  ),
  PIN_RESET_AT_COUNTER: text(
    '这张证件不能凭本机刷脸重设出示密码。请本人带身份证原件到柜台办理。',
    'The PIN of this ID cannot be reset by showing your face to this phone. Bring your physical card to a counter.',
  ),
  FACE_UNCONFIRMED: text(
    '未能确认是证件持有人本人。请在光线均匀处再试一次，或改用出示密码。',
    'The face could not be confirmed as the holder’s. Try once more in even light, or use your PIN.',
  ),
  BIOMETRIC_UNAVAILABLE: text(
    '此处不能使用指纹或面容解锁。请输入出示密码。',
    'Fingerprint or face unlock is not available here. Enter your PIN.',
  ),
  BIOMETRIC_INVALID: text(
    '未能核实指纹或面容。请输入出示密码。',
    'Your fingerprint or face could not be verified. Enter your PIN.',
  ),
  PASS_UNAVAILABLE: text(
    '今天的离线凭证已领完。请联网出示。',
    'You’ve used today’s offline passes. Connect to a network to show your ID.',
  ),
  CREDENTIAL_FROZEN: text(
    '该证件已被持有人冻结。请出示身份证原件。',
    'The holder has frozen this ID. Ask for the physical card.',
  ),
  CREDENTIAL_REVOKED: text(
    '该证件已被吊销。请出示身份证原件。',
    'This ID has been revoked. Ask for the physical card.',
  ),
  CREDENTIAL_EXPIRED: text(
    '该证件已过期。请持有人更新。',
    'This ID has expired. Ask the holder to renew it.',
  ),

  // Presentation and verification
  CREDENTIAL_INVALID: text(
    '该证件无效或已被篡改。请出示身份证原件。',
    'This ID is invalid or has been altered. Ask for the physical card.',
  ),
  QR_UNREADABLE: text(
    '这不是南沙身份二维码，或二维码已损坏。请让对方重新出示。',
    'This is not a Nansha ID code, or it is damaged. Ask the holder to show it again.',
  ),
  TICKET_EXPIRED: text(
    '二维码已过期。请让对方出示当前的二维码（不能是截图）。',
    'This code has expired. Ask for the live code, not a screenshot.',
  ),
  TICKET_FUTURE: text(
    '二维码的时间超前。请让对方联网校准后重新出示。',
    'The phone’s clock is ahead. Ask the holder to go online and show a new code.',
  ),
  TICKET_REPLAYED: text(
    '二维码已被使用过。请让对方重新打开出示页面。',
    'This code has already been used. Ask the holder to open a new one.',
  ),
  TICKET_UNKNOWN: text(
    '无法核实此二维码。请出示身份证原件。',
    'This code cannot be verified. Ask for the physical card.',
  ),
  SCENARIO_MISMATCH: text(
    '二维码不是为此用途出示的。请让对方选择正确的场景。',
    'This code is for a different purpose. Ask the holder to choose the right one.',
  ),
  DESK_CODE_INVALID: text(
    '这不是有效的窗口二维码。请勿出示证件。',
    'This desk code is not genuine. Do not show your ID.',
  ),
  DESK_CODE_EXPIRED: text(
    '窗口二维码已过期。请重新扫描。',
    'This desk code has expired. Scan the current one.',
  ),
  SHIFT_CHANGED: text(
    '交班情况刚有变化。请刷新后再办。',
    'The hand-over has just changed. Refresh and try again.',
  ),
  DESK_DIGITS_UNKNOWN: text(
    '数字不对，或已过期。请让工作人员再念一次新的8位数字。',
    'These digits are wrong or have expired. Ask the staff to read out new ones.',
  ),
  TOO_MANY_CODES: text(
    '今天用8位数字的次数太多。请扫二维码，或出示身份证原件；明天可再用。',
    'Digits have been used too often today. Scan the QR code or show the physical card. You can use digits again tomorrow.',
  ),
  TOO_MANY_CHECKS: text(
    '您的账号一分钟内操作太多，这一次没有核验。请等一分钟再试；急用请查看身份证原件。',
    'This account has asked too often within a minute, so nothing was checked this time. Wait a minute and try again; if it is urgent, check the physical card.',
  ),
  TOO_MANY_COMPARISONS: text(
    '这次核验或您这一小时内的拍照比对次数已用完。请自己对照照片核对本人。',
    'No more photos can be compared for this check, or by you within this hour. Compare the portrait with the person yourself.',
  ),
  DESK_CODE_USED: text(
    '窗口二维码已被使用。请重新扫描。',
    'This desk code has already been used. Scan the new one.',
  ),
  DESK_MISMATCH: text(
    '出示内容与窗口不符。请重新扫描窗口二维码。',
    'This was approved for a different desk. Scan this desk’s code.',
  ),
  ISSUER_UNTRUSTED: text(
    '签发机构不受信任。请出示身份证原件。',
    'The issuer of this ID is not trusted. Ask for the physical card.',
  ),
  ASSURANCE_TOO_LOW: text(
    '该证件的核验等级不足以办理此业务。请出示身份证原件。',
    'This identity was not verified strongly enough for this purpose. Ask for the physical card.',
  ),
  STAFF_NOT_ENTITLED: text(
    '您或您的单位无权核验此场景。请联系管理员。',
    'You or your organisation are not authorised to check this. Contact your manager.',
  ),
  LICENCE_EXPIRED: text(
    '贵单位的核验许可已过期。请联系管理员。',
    'Your organisation’s licence has expired. Contact your manager.',
  ),
  LICENCE_SUSPENDED: text(
    '贵单位的核验许可已被暂停，现在不能核验。请查验身份证原件，并由管理员联系运维方。',
    'Your organisation’s licence has been suspended, so nothing can be verified now. Ask for the physical card, and have a manager contact the operator.',
  ),
  OPERATOR_ACCOUNT: text(
    '这是运维账号，不属于任何单位，不能核验。开通、续期或暂停单位，请在电脑上运行 npm run operate；要在这里核验，请为自己生成一个邀请码，再点“我有邀请码”。',
    'This is an operator’s account and works for no organisation, so it cannot verify. To onboard, renew or suspend organisations, run npm run operate on a computer. To verify here, make yourself an invitation with it, then choose “I have an invitation”.',
  ),
  OPERATOR_CALL_INVALID: text(
    '运维请求无效：密钥、签名或时间不对。请核对所用密钥和电脑时间后重试。',
    'The operator’s request is not valid: its key, signature or time is wrong. Check which key you are using and your computer’s clock, then try again.',
  ),
  TRUST_OUTDATED: text(
    '离线数据已过期。请联网更新后再核验。',
    'The offline data has expired. Go online to update it, then check again.',
  ),
  CLOCK_BEHIND: text(
    '本机时间不正确。请联网校准后再核验。',
    'This device’s clock is wrong. Go online to correct it, then check again.',
  ),
  TRUST_INVALID: text(
    '信任数据无效。请联网更新；如仍出现，请联系管理员。',
    'The trust data is invalid. Go online to update it. If the problem persists, contact your manager.',
  ),
  VERDICT_INVALID: text(
    '核验结果未通过验签。请勿放行，检查网络后重新扫码。',
    'The response’s signature is invalid. Do not accept this person; check the network and scan again.',
  ),
  USE_UNKNOWN: text('找不到这次核验记录。请重新扫码。', 'This check was not found. Scan the code again.'),
  USE_EXPIRED: text(
    '这次核验已超过10分钟，不能再确认。请重新扫码核验。',
    'This check is more than 10 minutes old and can no longer be confirmed. Scan the code again.',
  ),
  USE_DECIDED: text('这次核验已经完成。', 'This check has already been completed. Scan the next code.'),
  PORTRAIT_MISMATCH: text(
    '工作人员比对后认为不是本人。请出示身份证原件。',
    'The clerk decided that the face does not match. Ask for the physical card.',
  ),
  NAME_UNREADABLE: text(
    '姓名或名称含有无法显示的字符。请重新手工输入。',
    'The name has characters that cannot be displayed. Type it again by hand.',
  ),
  // Stays
  RECEIVER_MISSING: text(
    '本地区尚未设定接收旅客登记的公安机关，暂不能登记住客。请联系管理员。',
    'No authority is set up to receive guest reports here, so guests cannot be registered. Contact your manager.',
  ),
  READING_UNKNOWN: text(
    '这次证件读取已结束或超时。请重新拍摄证件，或改为手工录入。',
    'This reading of a document has ended or timed out. Photograph the document again, or type it.',
  ),
  CARD_PORTRAIT_UNCLEAR: text(
    '身份证上的照片拍得不清楚，无法比对。请重新拍摄身份证，或由您亲自比对。',
    'The portrait on the card is not clear enough to compare. Photograph the card again, or compare it yourself.',
  ),
  STAY_UNKNOWN: text(
    '找不到这条住宿记录。请返回列表重新选择。',
    'This stay was not found. Go back to the list.',
  ),
  STAY_CHANGED: text(
    '这条记录刚被同事修改。请查看最新内容后再改。',
    'A colleague has just changed this stay. Look at it again, then make your change.',
  ),
  STAY_ENDED: text(
    '这次住宿已结束，不能再换房、续住或加人。新到的客人请重新办理入住；登记有误请更正。',
    'This stay is over: its room, dates and guests cannot be changed. Check new guests in as a new stay; if the record is wrong, correct it.',
  ),
  STAY_WITHOUT_GUEST: text(
    '还没有核验过的客人。请先核验客人证件，再办理入住。',
    'No guest has been verified yet. Verify a guest first, then check them in.',
  ),
  STAY_FULL: text(
    '一间房最多登记12位客人。请分房登记。',
    'A room takes at most 12 guests. Use another room.',
  ),
  STAY_DAY: text(
    '离店日期不正确。请选择今天以后一年以内的日期。',
    'This departure date is not possible. Choose a day after today and within a year.',
  ),
  MINOR_DUTIES_MISSING: text(
    '有未成年住客，请先完成未成年人入住的询问和登记。',
    'A guest is under 18. Complete the questions for minors first.',
  ),
  GUEST_OF_AGE: text(
    '年满18周岁的客人须凭证件登记。没有证件的，请先到公安机关核实身份。',
    'A guest of 18 or older is registered by a document. Whoever has none is identified by the police first.',
  ),
  MRZ_INVALID: text(
    '护照机读码校验不通过。请逐字核对两行机读码。',
    'The check digits in the two lines at the bottom of the passport are wrong. Compare both lines character by character.',
  ),
  ZONE_UNREADABLE: text(
    '没有读到护照底部的两行机读码。请拍摄资料页下半部分，两行要完整、清晰、无反光；也可手工录入。',
    'The two lines at the bottom of the passport could not be read. Get both lines whole, sharp and without glare in the picture, or type them.',
  ),
  DOCUMENT_EXPIRED: text(
    '证件已过有效期。请客人出示其他有效证件。',
    'The document has expired. Ask for one that is still valid.',
  ),
  DOCUMENT_INCOMPLETE: text(
    '有的栏目没有填写，或格式不对。请对照证件逐项检查。',
    'Some fields are empty or not in the right format. Compare each one with the document.',
  ),
  DOCUMENT_KIND_DIFFERS: text(
    '这个号码属于另一种证件。请先选对证件种类，再登记。',
    'This number belongs to another kind of document. Choose that kind first, then register the guest.',
  ),
  DOCUMENT_CONTRADICTS: text(
    '证件号码与填写的出生日期、性别或地区不一致。请对照证件逐项核对。',
    'The number does not agree with the date of birth, sex or region entered. Compare each with the document.',
  ),
  BIRTHDATE_INVALID: text(
    '出生日期不正确。请按证件填写。',
    'This is not a valid date of birth. Copy it from the document.',
  ),

  INVITATION_INVALID: text(
    '邀请码无效、已使用或已撤回。请向管理员索取新的邀请码。',
    'This invitation is invalid, already used or withdrawn. Ask your manager for a new one.',
  ),
  MANAGER_LAST: text(
    '您是本单位唯一的管理员，暂不能离开。请先邀请另一位管理员加入。',
    'You are your organisation’s only manager, so you cannot leave yet. Invite another manager first.',
  ),

  // Portals that ask online
  PORTAL_LINK_INVALID: text(
    '这不是可以登录或办理业务的二维码。请扫描网站页面上的南沙身份二维码。',
    'This is not a code for a website. Scan the Nansha ID code on the website’s page.',
  ),
  PORTAL_UNREGISTERED: text(
    '该网站没有登记，或登记已被撤销。没有提供任何信息，请不要继续。',
    'This website is not registered, or its registration was withdrawn. Nothing was shared. Do not continue.',
  ),
  PORTAL_REQUEST_INVALID: text(
    '该网站的请求无法证明来自登记的单位。没有提供任何信息，请不要继续。',
    'The request could not be verified as coming from the registered organisation. Nothing was shared. Do not continue.',
  ),
  PORTAL_REQUEST_EXPIRED: text(
    '请求已过期。请刷新网站页面，重新扫码。',
    'This request has expired. Refresh the page and scan again.',
  ),
  PORTAL_OVERASKS: text(
    '该网站索要的信息超出了登记范围，已全部拒绝。没有提供任何信息。',
    'The website asked for more than it is registered for, so all of it was refused. Nothing was shared.',
  ),
  PORTAL_UNSATISFIABLE: text(
    '您的证件里没有该网站需要的全部信息，因此没有提供。请按网站说明改用其他方式办理。',
    'Your ID does not hold everything that this website needs, so nothing was shared. Use another method that the website offers.',
  ),
  PORTAL_UNREACHABLE: text(
    '暂时连不上该网站。请稍后刷新页面，重新扫码。',
    'The website cannot be reached right now. Refresh its page later and scan again.',
  ),
  PORTAL_REFUSED: text(
    '网站没有接受这次回复，可能已超时。请刷新网站页面，重新扫码。',
    'The website did not accept the response, perhaps because it came too late. Refresh the website and scan again.',
  ),
  RELYING_PARTY_UNKNOWN: text(
    '没有登记这个单位。请核对证书。',
    'No relying party is registered under this certificate. Check that you gave the right one.',
  ),
  CERTIFICATE_REFUSED: text(
    '证书不是本平台的接入机构签发的，或与登记的域名、单位名称不符。请对照登记信息核对。',
    'The certificate was not issued by this platform’s access authority, or it does not name the registered organisation and domains. Compare it with the registration.',
  ),
} as const

export type ErrorCode = keyof typeof ERRORS

export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[]

/** Nobody answered: nothing was decided, and the same request may be sent again. */
export const UNANSWERED: ReadonlySet<ErrorCode> = new Set(['OFFLINE', 'SERVICE_SLOW', 'SERVICE_UNAVAILABLE'])

export interface ErrorText {
  readonly zh: string
  readonly en: string
}

/** A refusal with a stable code. Everything thrown on purpose is one of these. */
export class NanshaError extends Error {
  override readonly name = 'NanshaError'
  constructor(
    readonly code: ErrorCode,
    /** Facts that help the caller act and reveal nothing personal, e.g. `{ which: 'selfie' }`. */
    readonly details: Readonly<Record<string, string | number | boolean>> = {},
  ) {
    super(ERRORS[code].en)
  }
}

function text(zh: string, en: string): ErrorText {
  return { zh, en }
}
