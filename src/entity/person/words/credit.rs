//! Words of datelines, bylines and credit lines.

use crate::word_table::Words;

/// Roles of a dateline, a byline or a credit line; longer ones first.
pub(in crate::entity::person) static CREDITS: Words<&str> = Words::of(&[
    "特约通讯员",
    "特约记者",
    "见习记者",
    "实习记者",
    "首席记者",
    "责任编辑",
    "值班编辑",
    "实习编辑",
    "新媒体编辑",
    "值班主任",
    "值班编委",
    "执行主编",
    "视频编辑",
    "通讯员",
    "实习生",
    "评论员",
    "特派记者",
    "采访人员",
    "记者",
    "编辑",
    "责编",
    "校对",
    "审核",
    "审校",
    "初审",
    "复审",
    "终审",
    "签发",
    "监制",
    "主编",
    "编审",
    "摄影",
    "摄像",
    "撰文",
    "撰稿",
    "作者",
    "供稿",
    "编译",
    "统筹",
    "策划",
    "美编",
    "版式",
    "制图",
    "视频",
    "剪辑",
    "图片",
]);

/// What closes a credit right behind the name: 记者黑宏伟报道, 李川摄.
pub(in crate::entity::person) static CLOSERS: Words<&str> = Words::of(&["报道", "摄", "文", "图"]);

/// Credits that are common words as well: they name a person only before a colon or a slash.
pub(in crate::entity::person) static CREDITS_WITH_COLON: Words<&str> = Words::of(&[
    "策划", "统筹", "供稿", "作者", "主编", "视频", "图片", "审核", "签发", "校对", "监制", "编审", "版式", "剪辑", "摄影", "摄像", "初审", "复审",
    "终审",
]);

/// What the name of a paper, a station or a site ends with.
pub(in crate::entity::person) static MEDIA_ENDINGS: Words<&str> = Words::of(&[
    "融媒",
    "融媒体",
    "日报",
    "晚报",
    "导报",
    "时报",
    "商报",
    "早报",
    "晨报",
    "报",
    "网",
    "电视台",
    "广播电视台",
    "台",
    "社",
    "客户端",
    "周刊",
    "杂志",
    "在线",
    "新闻",
]);

/// Words that say whose media it is without a name.
pub(in crate::entity::person) static OWN_MEDIA: Words<&str> = Words::of(&["本报", "本网", "本刊", "本台", "我台", "我报", "我网"]);
