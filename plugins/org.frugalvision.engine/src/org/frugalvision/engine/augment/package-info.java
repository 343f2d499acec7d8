// SPDX-License-Identifier: Apache-2.0
/** Operations on single images that make new images of the same classes, and how they are chosen at random. */
package org.frugalvision.engine.augment;
