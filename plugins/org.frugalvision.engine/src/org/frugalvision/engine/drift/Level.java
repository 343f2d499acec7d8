// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

/** How much a detector is alarmed, from nothing to certain. */
public enum Level {

    /** All is as it was. */
    NONE,
    /** A reason to look. */
    WARNING,
    /** A reason to act. */
    DRIFT
}
