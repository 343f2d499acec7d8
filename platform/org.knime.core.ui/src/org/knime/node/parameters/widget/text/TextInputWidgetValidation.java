// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.text;

import org.knime.node.parameters.validation.BuiltinValidation;

/** A limit of a text field. */
public interface TextInputWidgetValidation extends BuiltinValidation {
    /** The pattern of the text. */
    abstract class PatternValidation implements TextInputWidgetValidation {
        /** @return a regular expression for the whole text */
        protected abstract String getPattern();

        @Override
        public String getErrorMessage() {
            return "The text must match %s.".formatted(getPattern());
        }

        /** A text that is neither empty nor blank. */
        public static final class IsNotBlankValidation extends PatternValidation {
            @Override
            public String getPattern() {
                return ".*\\S.*";
            }

            @Override
            public String getErrorMessage() {
                return "The text must not be blank.";
            }
        }

        /** A text that is not empty. */
        public static final class IsNotEmptyValidation extends MinLengthValidation {
            @Override
            protected int getMinLength() {
                return 1;
            }
        }
    }

    /** The smallest length. */
    abstract class MinLengthValidation implements TextInputWidgetValidation {
        /** @return the smallest length */
        protected abstract int getMinLength();

        @Override
        public String getErrorMessage() {
            return "The text must have at least %d characters.".formatted(getMinLength());
        }
    }

    /** The largest length. */
    abstract class MaxLengthValidation implements TextInputWidgetValidation {
        /** @return the largest length */
        protected abstract int getMaxLength();

        @Override
        public String getErrorMessage() {
            return "The text must have at most %d characters.".formatted(getMaxLength());
        }
    }
}
