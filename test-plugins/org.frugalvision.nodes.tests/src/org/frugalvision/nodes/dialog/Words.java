// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import static org.junit.Assert.fail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that no text for people has: British spelling, as KNIME writes American, and names that we gave up. */
public final class Words {

    private static final Pattern BRITISH = Pattern.compile("\\b(?:\\w*colour\\w*|grey\\w*|centre\\w*|neighbour\\w*"
        + "|behaviour\\w*|favour\\w*|artefact\\w*|labell\\w*|modell\\w*|cancell\\w*|licence\\w*|catalogue\\w*"
        + "|analys(?:e|ed|ing)|\\w*(?:normal|equal|poster|solar|regular|optim|minim|maxim|initial|general|recogn|summar"
        + "|organ|random|visual|synchron|quant|categor|standard|emphas|util|penal)is(?:e|ed|es|er|ing|ation)\\w*)\\b",
        Pattern.CASE_INSENSITIVE);

    private Words() {
    }

    /**
     * Fails on a British word.
     *
     * @param where the text stands
     * @param text for people
     */
    public static void assertAmerican(final String where, final String text) {
        final Matcher british = BRITISH.matcher(text);
        if (british.find()) {
            fail("%s has \"%s\".".formatted(where, british.group()));
        }
    }
}
