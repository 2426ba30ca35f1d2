"""Sentences about configuring bundles and guided selling: what, why, what to do."""

SENTENCES: dict[str, str] = {
    "configurator.alert": "“{rule}” asks for a second look because of {when}. Check that it is meant.",
    "configurator.answer_leaves_nothing": (
        "After the answer “{answer}” to “{question}” no product is left. Change what the answer asks for, or"
        " take it out."
    ),
    "configurator.attribute_left": (
        "“{value}” was said of “{attribute}”, which is no longer asked. It plays no part any more."
    ),
    "configurator.attribute_missing": "Nothing is said of “{attribute}” yet. Choose or enter its value.",
    "configurator.attribute_nobody_has": (
        "“{code}” asks for “{attribute}”, of which nothing is known of any product. Fill it in for the"
        " products, or ask for another."
    ),
    "configurator.attribute_not_asked": (
        "“{code}” compares “{attribute}”, which is not asked. Ask for it in the bundle, or change “{code}”."
    ),
    "configurator.attribute_unknown": "“{attribute}” is not asked for this bundle. Choose one that is.",
    "configurator.bundle_missing": (
        "“{code}” is for the bundle “{bundle}”, which is not part of this one. Choose a bundle that is."
    ),
    "configurator.bundle_too_large": (
        "The bundle “{bundle}” has more than {most} options with everything nested in it. Split it."
    ),
    "configurator.cardinality_maximum": (
        "“{constraint}” allows {maximum} of the options it counts. Take some of them out."
    ),
    "configurator.cardinality_minimum": (
        "“{constraint}” asks for at least {minimum} of the options it counts. Choose more of them."
    ),
    "configurator.cardinality_refused": (
        "The constraint “{constraint}” needs options to count, and a smallest or largest number of them that"
        " does not exclude the other. Complete it."
    ),
    "configurator.code_twice": "“{code}” stands twice. Give one of the two another code.",
    "configurator.condition_empty": (
        "A condition names no value and no part, so nothing could meet it. Add one, or remove the condition."
    ),
    "configurator.condition_limits_reversed": (
        "The condition on “{attribute}” needs one limit at least, and the smaller one first. Correct it."
    ),
    "configurator.condition_too_deep": (
        "The condition about {names} has more than {deepest} levels inside each other. Write it as several"
        " rules."
    ),
    "configurator.condition_too_wide": (
        "The condition about {names} mixes “all” and “any” too often. Write it as several rules."
    ),
    "configurator.counts_nothing": (
        "The constraint “{constraint}” counts no option of the bundle “{bundle}”. Name options it offers, or"
        " attributes that they have."
    ),
    "configurator.excludes": (
        "“{constraint}” does not allow {first} together with {second}. Change one of the two."
    ),
    "configurator.feature_maximum": "“{feature}” allows {maximum} at most. Take the others out.",
    "configurator.feature_minimum": "“{feature}” needs {minimum} at least. Choose from its options.",
    "configurator.filter": "“{rule}” does not offer “{option}” because of {when}. Choose another option.",
    "configurator.guide_about_options": (
        "“{code}” of “{guide}” speaks of chosen options, but nothing is chosen while questions are asked. Use"
        " attributes of the products."
    ),
    "configurator.guide_code_twice": "“{code}” stands twice in the guide. Give one of the two another code.",
    "configurator.law_idle": (
        "“{law}” never speaks: what it is about cannot happen anyway. Correct its condition, or take it out."
    ),
    "configurator.never_open": (
        "“{option}” can never be chosen because of {laws}. Change one of them, or take the option out."
    ),
    "configurator.never_valid": (
        "Whatever is chosen, nothing can be sold: {laws} contradict each other. Change one of them."
    ),
    "configurator.option_not_offered": (
        "“{code}” names “{sku}”, which the bundle “{bundle}” does not offer. Name an option that it does."
    ),
    "configurator.option_required": "“{option}” is always part of “{feature}”. Put it back.",
    "configurator.option_unknown": (
        "“{option}” is no longer offered in this bundle. Take it out, or choose what took its place."
    ),
    "configurator.place_unknown": (
        "The bundle “{bundle}” offers nothing at “{place}”. Choose one of its options."
    ),
    "configurator.preference_pointless": (
        "The preference “{preference}” changes no order. Give it points, and say which products it favours."
    ),
    "configurator.quantity_refused": (
        "“{option}” cannot be chosen {quantity} times. Enter a quantity within its limits."
    ),
    "configurator.question_filters_nothing": (
        "Whatever is answered to “{question}”, the same products are left. Let an answer ask something of"
        " them, or take the question out."
    ),
    "configurator.question_limits_reversed": (
        "The smallest number of “{question}” lies above the largest. Exchange the two."
    ),
    "configurator.question_not_before": (
        "“{code}” depends on the answer to “{question}”, which is not asked before. Change their order."
    ),
    "configurator.question_without_answers": (
        "“{question}” offers too little to choose from. Add an answer, or take it out."
    ),
    "configurator.requires": "“{constraint}”: {when} needs {needs}. Add what is missing, or change {when}.",
    "configurator.rule_without_effect": (
        "The rule “{rule}” would do nothing, or speak always. Say what it does and when."
    ),
    "configurator.rules_loop": (
        "The rules {rules} undo each other without end. Change the condition of one of them."
    ),
    "configurator.selection_adds": "“{rule}” adds “{option}” because of {when}. Choose it again.",
    "configurator.selection_removes": "“{rule}” takes “{option}” out because of {when}. Take it out.",
    "configurator.validation": "“{rule}” does not allow this choice of {when}. Change one of them.",
    "configurator.value_never_met": (
        "“{code}” compares “{attribute}” with “{value}”, which it can never be. Choose one of its values."
    ),
    "configurator.value_refused": (
        "“{value}” is no value of “{attribute}” any more. Choose one it can have."
    ),
    "configurator.whole_missing": "“{option}” is part of “{whole}”, which is not chosen. Choose it, too.",
}
