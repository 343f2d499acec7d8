// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import java.util.List;

/** The settings of the node with a parameter of every form, as KNIME writes them, none with its initial value. */
final class EveryField {
    private EveryField() {
    }

    static ConfigTree golden() {
        final var model = new ConfigTree().integer("first", 11).integer("whole", 12)
            .value("long", "xlong", "9223372036854775807").value("real", "xdouble", "2.5")
            .value("single", "xfloat", "1.5").value("tiny", "xbyte", "7").value("sign", "xchar", "z")
            .bool("flag", true).string("text", "x%%00009y & <z>").string("nothing", null).integer("boxed", 13)
            .value("boxedReal", "xdouble", "-0.25").bool("boxedFlag", false).value("final", "xlong", "14")
            .integer("noPrefix", 15).string("fruit", "PEAR");
        optionals(model);
        arrays(model);
        groups(model);
        model.config("columns", columnFilter("MANUAL", "wanted"));
        model.at("map").string("s", "text").bool("b", true).integer("i", 3).value("d", "xdouble", "0.5");
        model.at("type").string("cell_class", "org.knime.core.data.def.IntCell").bool("is_null", false);
        return model.string("day", "2026-02-28").integer("renamed", 16).integer("hidden_Internals", 17)
            .integer("lowest", 18).integer("highest", 19);
    }

    private static void optionals(final ConfigTree model) {
        model.integer("optWhole", 0).bool("optWhole_is_present", false) //
            .value("optReal", "xdouble", "1.25").bool("optReal_is_present", true) //
            .string("optText", null).bool("optText_is_present", false) //
            .string("optFruit", "PEAR").bool("optFruit_is_present", true) //
            .string("optDay", null).bool("optDay_is_present", false);
    }

    private static void arrays(final ConfigTree model) {
        model.array("wholes", "xint", "2", "-3").array("longs", "xlong", "4").array("reals", "xdouble", "5.5")
            .array("singles", "xfloat", "6.5").array("tinies", "xbyte", "-1", "2").array("signs", "xchar", "b", "c")
            .array("flags", "xboolean", "false", "true").array("texts", "xstring", null, "", "t")
            .array("zeroWholes", "xint");
        model.at("noWholes");
    }

    private static void groups(final ConfigTree model) {
        model.at("augmentation").bool("flip", false).at("inner").value("angle", "xdouble", "0.125");
        for (final var key : List.of("layers", "layerList")) {
            model.at(key, "0").integer("filters", 32).string("kind", "conv");
            model.at(key, "1").integer("filters", 64).string("kind", "pool");
        }
        model.at("noLayers");
    }

    /** A column filter that selects one column by hand. */
    static ConfigTree columnFilter(final String mode, final String selected) {
        final var filter = new ConfigTree().string("mode", mode);
        filter.at("patternFilter").string("pattern", "").bool("isCaseSensitive", false).bool("isInverted", false);
        filter.at("manualFilter").array("manuallySelected", "xstring", selected)
            .array("manuallyDeselected", "xstring").bool("includeUnknownColumns", false);
        filter.at("typeFilter").array("selectedTypes", "xstring");
        return filter;
    }
}
