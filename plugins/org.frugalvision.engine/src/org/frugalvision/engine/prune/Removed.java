// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

/** What a pruning takes away. */
public enum Removed {
    /** Channels: the network becomes smaller and faster. */
    CHANNELS,
    /** Single weights, which become 0: only the file becomes smaller. */
    WEIGHTS,
    /** Rank of dense layers, which become two smaller ones: saves what dense layers take. */
    RANKS
}
