// SPDX-License-Identifier: Apache-2.0
/** How many images of each class to train on: the same image may be there several times, once or not at all. */
package org.frugalvision.engine.resample;
